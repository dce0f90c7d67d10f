"""A group told of in parts."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, O, Read, Shown, shown


def test_groups_with_work_of_their_own_and_the_number_of_all_behind(read: Read) -> None:
    counting = read("三个护士采样各16天，两个大夫在药房各9天，五个人一共多少")
    assert not counting.doubts
    assert [(spell.people, spell.low, dict(spell.facts)["role"]) for spell in counting.spells] == [
        (3, 16, "direct-contact"),
        (2, 9, "other-epidemic"),
    ]


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("6个人轮着采样，2个人各10天，另外4个人各7天", [(10, 10, "", 2, D), (7, 7, "", 4, D)]),
        ("8个护士，3个在隔离病房每人40天，5个在药房每人30天", [(40, 40, "", 3, D), (30, 30, "", 5, O)]),
        ("三个采样的每人15天，两个在药房的每人12天", [(12, 12, "", 2, O), (15, 15, "", 3, D)]),
    ],
)
def test_parts_of_a_group(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())
