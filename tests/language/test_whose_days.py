"""Whose days are told."""

from __future__ import annotations

from bot.language.whose_days import PEOPLE_SET_RIGHT, SEVERAL_PEOPLE, put_together


def test_people_are_set_right() -> None:
    found = PEOPLE_SET_RIGHT.search("不是3个护士，是4个护士")
    assert found is not None
    assert (found["old"], found["new"]) == ("3", "4")
    assert SEVERAL_PEOPLE.search("五个人")
    assert not SEVERAL_PEOPLE.search("一个人")


def test_what_all_come_to() -> None:
    assert put_together("天数加起来一共")
    assert not put_together("每人干了")
