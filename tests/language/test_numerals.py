"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numerals import NUMBER, value_of


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
