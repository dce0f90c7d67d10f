"""Where a stretch from one day to another begins and ends."""

from __future__ import annotations

from bot.language.ends_and_stretches import both_ends, still_there


def test_two_days_that_are_but_the_ends_of_what_was_told() -> None:
    assert both_ends("进出那")
    assert not both_ends("又去了")


def test_who_was_still_there() -> None:
    assert still_there("他还在里头")
    assert not still_there("才出来")
