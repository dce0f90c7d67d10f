"""How spells are named, numbered and set right."""

from __future__ import annotations

import pytest

from bot.language.spells import (
    BY_ORDER,
    HOLDS_LIKEWISE,
    MULTIPLE,
    ONE,
    PEOPLE_SET_RIGHT,
    SEVERAL_PEOPLE,
    SO_MANY,
    bare_month,
    comes_to,
    left_out,
    not_counted,
    points_back,
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
    assert MULTIPLE.search("天数是它的两倍")


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
