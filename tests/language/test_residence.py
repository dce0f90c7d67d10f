"""Where somebody is registered."""

from __future__ import annotations

from bot.language.residence import HOLDS_LIKEWISE, is_of_a_place


def test_who_is_registered_here_too() -> None:
    assert HOLDS_LIKEWISE.search("奶奶的也在")


def test_who_is_told_to_be_of_a_place() -> None:
    assert is_of_a_place("外公是本区户口")
    assert not is_of_a_place("外公不是本区户口")
