"""People at work who are nobody's kin."""

from __future__ import annotations

from bot.language.colleagues import asked_first


def test_whoever_a_message_begins_with_is_asked_of() -> None:
    assert asked_first("那二舅呢，他在卡口") == (1, 3)
