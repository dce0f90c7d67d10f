"""People in a message: by name, by number, by what they are called."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("采样，赵10天、孙12天、我8天", [(8, 8, "", 1, D), (10, 10, "赵", 1, D), (12, 12, "孙", 1, D)]),
        ("甲隔离病房13天，乙药房17天", [(13, 13, "甲", 1, D), (17, 17, "乙", 1, O)]),
        ("俩人采样，一个2月3号到2月29号，另一个2月8号到2月29号", [(22, 22, "另一个", 1, D), (27, 27, "一个", 1, D)]),
        ("4个同事采样，每人7天，完了小陈又多待了5天", [(5, 5, "小陈", 1, D), (7, 7, "", 4, D)]),
    ],
)
def test_people(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())
