"""The yes or no that a statement opens with, and another in its place."""

from __future__ import annotations

import pytest

from bot.language.answer_particles import (
    as_choice,
    as_rule,
    as_written,
    bare,
    only_says_yes,
    opens_with_yes_alone,
    spared,
    there_is,
    with_yes,
    without_yes,
)


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("能", "符合：优先安排。", "能：优先安排。"),
        ("会", "不是：不扣绩效。", "不会：不扣绩效。"),
        ("给", "有：每人两箱。", "给：每人两箱。"),
        ("能", "每人两箱。", "每人两箱。"),
        ("能", "有：先评，条件文件没写。", "有：先评，条件文件没写。"),
        ("能", "是不限名额的：全部安排。", "能，不限名额：全部安排。"),
    ],
)
def test_a_yes_is_the_word_asked_with(word: str, text: str, told: str) -> None:
    assert with_yes(word, text) == told


def test_what_is_spared_needs_not_be_done() -> None:
    assert spared("符合：挂号费免收。") == "不用：挂号费免收。"
    assert spared("符合：每人两箱。") == "符合：每人两箱。"


def test_a_yes_is_taken_off_or_put_before() -> None:
    assert without_yes("有：每人两箱。") == "每人两箱。"
    assert bare("能：每人，两箱。") == "每人两箱"
    assert there_is("可以去食堂。") == "有：可以去食堂。"
    assert as_choice("是按人发的：每人两箱。") == "按人发：每人两箱。"


def test_a_rule_is_told_as_one() -> None:
    assert as_rule("是由街道定的：街道排班。") == "有：街道排班。"
    assert as_written("能：街道排班。") == "有规定：街道排班。"


def test_a_bare_yes_names_no_deed() -> None:
    assert only_says_yes("有，每人两箱。")
    assert not only_says_yes("能报销：全部。")
    assert opens_with_yes_alone("符合：")
