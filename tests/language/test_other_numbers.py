"""Numbers that are no operands, and those that might be."""

from __future__ import annotations

import pytest

from bot.language.other_numbers import harmless, other_numbers, words_with_numerals


@pytest.mark.parametrize(
    "said",
    [
        "37.5度",
        "3楼",
        "工龄10年",
        "12小时",
        "8个人一班",
        "25岁",
        "13812345678",
        "302病房",
        "三班倒",
        "20张床",
        "第2批",
        "早上8点",
        "体温38.2",
        "算200还是300",
        "该拿两百还是三百",
    ],
)
def test_no_operand(said: str) -> None:
    assert list(other_numbers(f"我{said}的"))


@pytest.mark.parametrize(
    "said",
    ["20天", "三周", "两个月", "2月3日", "孩子他爸20天", "三点五天", "300一天", "干了5天", "采样干够了20天", "20还是21天", "120还是130天"],
)
def test_possible_operand(said: str) -> None:
    assert not list(other_numbers(said))


@pytest.mark.parametrize("said", ["一共", "三甲", "十分", "五一", "四川", "周三"])
def test_words(said: str) -> None:
    assert list(words_with_numerals(said))


def test_a_lone_one_is_harmless_a_lone_thirty_is_not() -> None:
    assert harmless("一")
    assert not harmless("三十")
    assert not harmless("7")
