"""The word that yes or no is asked with, and what else of a question the yes hangs on."""

from __future__ import annotations

import pytest

from bot.language.asked_with import (
    asked_to_be,
    asked_with,
    asks_for_a_rule,
    asks_if_given,
    asks_if_one_has_to,
    asks_if_so_many,
)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("没写过文章还可以报高级吗", "能"),
        ("没写过文章就不能报高级吗", ""),
        ("咱中医院的绩效会涨吗", "会"),
        ("工会的大姐来吗", ""),
        ("值夜班晕倒算工伤吗", "算"),
        ("打算几号走", ""),
        ("住的地方包吗", "包"),
        ("面包有吗", ""),
        ("弟媳家里会有人照应吗", "有"),
        ("那条线夜里打得通吗", "能"),
        ("没去外地的是不是也有", "是"),
        ("是不是光给去外地的", ""),
        ("会不会不发", ""),
    ],
)
def test_the_yes_is_the_word_asked_with(question: str, word: str) -> None:
    assert asked_with(question) == word


@pytest.mark.parametrize(
    ("question", "has_to"),
    [
        ("上技校用参加考试吗", True),
        ("体检要自己出钱吗", True),
        ("要不要给", True),
        ("要先登记吗", False),
        ("不想考，要问谁", False),
        ("主要考什么", False),
    ],
)
def test_what_one_has_to_sit_or_pay(question: str, has_to: bool) -> None:
    assert asks_if_one_has_to(question) is has_to


def test_what_is_given_a_rule_and_a_number() -> None:
    assert asks_if_given("早饭包不包")
    assert not asks_if_given("能领吗")
    assert asks_for_a_rule("科主任不批假，有规定没有")
    assert not asks_for_a_rule("有补贴吗")
    assert asks_if_so_many("我家两个人能领双份吗") == "双份"
    assert asked_to_be("摔了是不是工伤") == "工伤"
    assert not asked_to_be("工伤几天认")
