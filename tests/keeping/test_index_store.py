"""What is compiled is kept until content or compiling code changes."""

from __future__ import annotations

from bot.keeping import index_store
from tests.test_rooms import ROOMS


def test_the_compiling_rooms_are_all_that_compiling_can_reach() -> None:
    """Rooms import leftwards only, so that no code outside them has a part in what is kept."""
    assert ROOMS[: ROOMS.index("compiled") + 1] == index_store._COMPILING
