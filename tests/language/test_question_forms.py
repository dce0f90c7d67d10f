"""The forms of questions."""

from __future__ import annotations

import pytest

from bot.language.question_forms import asks_yes_or_no, ends_asking


@pytest.mark.parametrize(("text", "found"), [("能优先吗？", True), ("能优先不", True), ("补多少？", False), ("", False)])
def test_yes_or_no(text: str, found: bool) -> None:
    assert asks_yes_or_no(text) is found


@pytest.mark.parametrize(("text", "found"), [("她呢？", True), ("能优先吗。", True), ("我知道了！", False)])
def test_a_question_as_short_as_can_be(text: str, found: bool) -> None:
    assert ends_asking(text) is found
