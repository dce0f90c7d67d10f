"""What a question asks for."""

from __future__ import annotations

import pytest

from bot.language.asked_for_what import asks_if_needed, asks_if_there_is


@pytest.mark.parametrize(("text", "found"), [("有没有班车", True), ("有饭吃没有？", True), ("有我份吗", False), ("班车几点", False)])
def test_whether_there_is_something_and_not_whether_somebody_has_a_share(text: str, found: bool) -> None:
    assert asks_if_there_is(text) is found


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [("需不需要同住", 4, 6, True), ("必须同住吗", 2, 4, True), ("必须同住", 2, 4, False), ("觉得同住好吗", 2, 4, False)],
)
def test_what_is_required_is_asked_and_not_told(text: str, start: int, end: int, found: bool) -> None:
    assert asks_if_needed(text, 0, start, end, len(text)) is found
