"""Days taken off what was told."""

from __future__ import annotations

from bot.language.taken_off import not_counted


def test_what_only_does_not_count() -> None:
    assert not_counted("不算")
    assert not not_counted("扣掉")
