"""Where somebody is registered."""

from __future__ import annotations

from bot.language.residence import HOLDS_LIKEWISE


def test_who_is_registered_here_too() -> None:
    assert HOLDS_LIKEWISE.search("奶奶的也在")
