"""Whose each count is, and under which facts."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, O, Read, Shown, shown


def test_a_time_told_first_is_of_the_one_who_follows(read: Read) -> None:
    counting = read("3月1号到9号，我爱人在药房。4月1号到4号，我采样，我俩一共多少")
    assert shown(counting) == [(9, 9, "爱人", 1, O), (4, 4, "", 1, D)]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("我在隔离病房20天，老公在药房15天", [(20, 20, "", 1, D), (15, 15, "老公", 1, O)]),
        ("小王16天小李9天，都是采样的", [(16, 16, "小王", 1, D), (9, 9, "小李", 1, D)]),
        ("同样22天，她在隔离病房，我在药房", [(22, 22, "她", 1, D), (22, 22, "", 1, O)]),
        ("我爱人去武汉采样45天，我在药房30天", [(45, 45, "爱人", 1, D), (30, 30, "", 1, O)]),
        ("我儿子都上学了，我在药房也干了20天", [(20, 20, "", 1, O)]),
    ],
)
def test_each_has_their_own_days_and_work(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


def test_days_as_many_as_the_other_s_give_nobody_their_work(read: Read) -> None:
    mine, hers = read("我采样21天，我嫂子去武汉了，在武汉采样也是21天，一共多少").spells
    assert ("hubei-team" in dict(mine.facts), dict(hers.facts).get("hubei-team")) == (False, "yes")
