"""Whether lines say what a statement says."""

from __future__ import annotations

import pytest

from bot.dialogue.replies.likeness import ends_anew, say, says_by_itself

LINES = ["班次由各科排，夜里两人一组。", "餐费全免，饮料自付。"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("各科排班次。", True), ("夜里一组两人。", True), ("周末轮空一天。", False), ("夜里 3 人一组。", False)],
)
def test_a_line_says_it_in_another_order_of_words(text: str, told: bool) -> None:
    assert say(LINES, text) is told


def test_a_line_by_itself_says_all_of_it() -> None:
    both = "各科排班次，餐费全免。"
    assert say(LINES, both)
    assert not says_by_itself(LINES, both)


def test_what_is_denied_anew_was_not_told() -> None:
    assert not says_by_itself(["餐费全免，饮料自付。"], "餐费不扣除。")


def test_closely_asks_for_nearly_the_same_words() -> None:
    line, text = "考过一级的能报名。", "报名要考过一级，二级不用。"
    assert says_by_itself([line], "考过一级的能报名。", closely=True)
    assert not says_by_itself([line], text, closely=True)


@pytest.mark.parametrize(("text", "told"), [("文件没写承办单位的名单。", True), ("文件没写增加哪天。", False)])
def test_a_short_detail_is_one_with_that_of_which_it_is_the_name(text: str, told: bool) -> None:
    assert say(["由八家单位承办，名单文件没写。", "下月办，哪天文件没写。"], text, 0.75) is told


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("各科值班的，有夜宵。", True),
        ("各科值班的，夜里两人一组。", False),
        ("各科值班的，哪天没写。", False),
        ("有夜宵。", False),
    ],
)
def test_a_statement_that_ends_with_another_thing_tells_more(text: str, anew: bool) -> None:
    assert ends_anew(LINES, text) is anew
