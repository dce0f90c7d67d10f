"""From the day somebody goes in to the day they come out."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("在隔离病房，1月24号进去的，2月10号出来", [(18, 18, "", 1, D)]),
        ("去武汉采样，2月20号去的，3月1号还在那边", [(11, 11, "", 1, D)]),
        ("采样，2.17进舱，2.28不用去了", [(11, 11, "", 1, D)]),
        ("2月7号，我进的隔离病房，等出来都3月2号了", [(25, 25, "", 1, D)]),
        ("采样，1月27号到2月18号，头尾两天也上班了", [(23, 23, "", 1, D)]),
    ],
)
def test_stays(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


def test_the_first_and_the_last_day_told_again_count_once(read: Read) -> None:
    assert [spell.low for spell in read("2月5日进的隔离病房，2月9日出来，进和出那两天都在岗").spells] == [5]
