"""Numbers as people type them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numerals import ITEM, NUMBER, RUN, figures, leading_value, number_alone, ordinal, value_of


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("45", 45),
        ("四十五", 45),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿一", 21),
        ("卅", 30),
        ("一百", 100),
        ("一百零五", 105),
        ("一百二", 120),
        ("两百", 200),
        ("两千三", 2300),
        ("一万", 10_000),
        ("50w", 500_000),
        ("50万", 500_000),
        ("3千", 3000),
        ("二〇二〇", 2020),
        ("半", 0.5),
        ("两半", 2.5),
        ("3.5", 3.5),
        ("-3", -3),
        ("负三", -3),
        ("零", 0),
    ],
)
def test_value(typed: str, value: float) -> None:
    assert value_of(typed) == value


@pytest.mark.parametrize("typed", ["", "天", "三天", "3号楼", "9" * 400, "-", "负", "1.2.3", "百度", "a"])
def test_no_number(typed: str) -> None:
    assert value_of(typed) is None


@given(st.integers(0, 10**12))
def test_arabic_digits_mean_themselves(number: int) -> None:
    assert value_of(str(number)) == number
    assert value_of(f"-{number}") == -number


def chinese(number: int) -> str:
    """A number below ten thousand as it is written out in full."""
    digits, text, gap = "零一二三四五六七八九", "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + name
            gap = False
        else:
            gap = True
    return text or "零"


@given(st.integers(0, 9999))
def test_written_out_numbers(number: int) -> None:
    assert value_of(chinese(number)) == number


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = value_of(text)
    assert value is None or isinstance(value, int | float)


@pytest.mark.parametrize(
    ("text", "found"),
    [("干了45天", ["45"]), ("前二十天后十天", ["二十", "十"]), ("一个半月", ["一", "半"]), ("没有", [])],
)
def test_numbers_in_a_sentence(text: str, found: list[str]) -> None:
    assert NUMBER.findall(text) == found


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("2", 2), ("第二个", 2), ("二", 2), ("3。", 3), ("第1项", 1), ("-2", None), ("负二", None), ("二十天", None), ("", None)],
)
def test_one_of_several_is_chosen_by_its_number(text: str, chosen: int | None) -> None:
    assert ordinal(text) == chosen


@pytest.mark.parametrize(
    ("text", "number"), [("30", 30), ("三十了", 30), ("三十吧。", 30), ("三十天", None), ("3.5", None), ("", None)]
)
def test_a_number_alone(text: str, number: int | None) -> None:
    assert number_alone(text) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("27 000 元", ["27000"]),
        ("3.5 倍", ["3.5"]),
        ("一二三", []),
        ("020-81268090", ["020", "81268090"]),
        ("12 345", ["12345"]),
        ("不是九百元", ["900"]),
    ],
)
def test_figures_of_a_reply(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(("text", "value"), [("50 万元", 500_000), ("300 元", 300), ("不超过 3 倍", None)])
def test_the_number_a_figure_begins_with(text: str, value: float | None) -> None:
    assert leading_value(text) == value


def test_two_hundreds_side_by_side_are_two_numerals() -> None:
    assert re.findall(RUN, "是两百三百，还是二百三十") == ["两百", "三百", "二百三十"]


@pytest.mark.parametrize(("text", "item"), [("第9项", "9"), ("第二十三条", "二十三"), ("第三项目", None), ("第9天", None)])
def test_an_item_of_a_document(text: str, item: str | None) -> None:
    found = ITEM.search(text)
    assert (found.group(1) if found else None) == item
