"""What may be left off without losing what is meant."""

from __future__ import annotations

import pytest

from bot.language.particles import FINAL, FUNCTION, bare


@pytest.mark.parametrize(
    ("text", "plain"),
    [("谢谢！", "谢谢"), ("好的呀", "好的"), ("？", "？"), ("上一步。", "上一步"), ("了", "了"), ("12 天", "12天"), ("", "")],
)
def test_bare(text: str, plain: str) -> None:
    assert bare(text) == plain


def test_what_closes_a_message_is_no_question() -> None:
    """吗 and 么 turn what is said into a question: they may never be left off."""
    assert not set("吗么没不") & set(FINAL)


def test_characters_that_carry_a_matter_are_no_function_words() -> None:
    assert not set("钱补助假岗伤学户") & FUNCTION
