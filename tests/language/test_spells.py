"""How spells are named, numbered and set right."""

from __future__ import annotations

import pytest

from bot.language.spells import (
    BY_ORDER,
    HOLDS_LIKEWISE,
    ONE,
    PEOPLE_SET_RIGHT,
    SEVERAL_PEOPLE,
    SO_MANY,
    bare_month,
    both_ends,
    comes_to,
    in_other_words,
    joins_on,
    left_out,
    not_counted,
    points_back,
    put_together,
    still_there,
    wished_for,
)


@pytest.mark.parametrize(
    ("text", "group", "value"), [("第二轮是9天", "number", "二"), ("前面那段错了", "first", "前面"), ("后一趟", "last", "后")]
)
def test_a_spell_is_named_by_its_order(text: str, group: str, value: str) -> None:
    found = BY_ORDER.search(text)
    assert found is not None
    assert found[group] == value


def test_spells_are_numbered() -> None:
    found = SO_MANY.search("去了三趟")
    assert found is not None
    assert found["number"] == "三"
    assert SO_MANY.search("第三趟") is None
    assert ONE.search("一回")


def test_people_are_set_right() -> None:
    found = PEOPLE_SET_RIGHT.search("不是3个护士，是4个护士")
    assert found is not None
    assert (found["old"], found["new"]) == ("3", "4")
    assert SEVERAL_PEOPLE.search("五个人")
    assert not SEVERAL_PEOPLE.search("一个人")


def test_corrections_and_pointers() -> None:
    assert comes_to("，应该是")
    assert not comes_to("，加上")
    assert left_out("漏算了")
    assert not left_out("扣掉")
    assert not_counted("不算")
    assert not not_counted("扣掉")
    assert points_back("那3天", 1)
    assert not points_back("做3天", 1)
    assert bare_month("二月份") == "二"
    assert HOLDS_LIKEWISE.search("奶奶的也在")


def test_what_only_says_a_count_again() -> None:
    assert both_ends("进出那")
    assert not both_ends("又去了")
    assert in_other_words("这")
    assert not in_other_words("，后来又")


def test_what_is_put_beside_a_count() -> None:
    assert joins_on("在病房9天，另外")
    assert not joins_on("在病房9天，从")


def test_a_count_that_is_only_wished_for() -> None:
    assert wished_for("能不能按", "算")
    assert not wished_for("按排班上了", "，补助多少")


def test_what_all_come_to_and_who_was_still_there() -> None:
    assert put_together("天数加起来一共")
    assert not put_together("每人干了")
    assert still_there("他还在里头")
    assert not still_there("才出来")
