"""What is set aside from later passes of the collector holds nothing that ought to go."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import weakref

import pytest

from bot.reloading import examination
from bot.reloading.examination import _collector_at_rest, _set_aside_meanwhile, look_through_all


class Turn:
    """Refers to itself, as an exception does to the frame it was caught in."""

    def __init__(self) -> None:
        self.own = self


def test_what_conversations_left_behind_is_not_set_aside() -> None:
    with _collector_at_rest():
        left = weakref.ref(Turn())
        assert left() is not None
    assert left() is None


def test_what_was_set_aside_goes_when_all_is_looked_through() -> None:
    left = Turn()
    gone = weakref.ref(left)
    with _collector_at_rest():
        pass
    del left
    gc.collect()
    assert gone() is not None
    look_through_all()
    assert gone() is None


@pytest.mark.parametrize(("much", "passes"), [(-1, 1), (sys.maxsize, 0)])
async def test_much_that_was_made_in_a_thread_is_set_aside_on_the_loop(monkeypatch: pytest.MonkeyPatch, much: int, passes: int) -> None:
    """Piece by piece, so that no pass takes long; and where no turn is half done."""
    where: list[threading.Thread] = []
    monkeypatch.setattr(examination, "_set_aside", lambda: where.append(threading.current_thread()))
    monkeypatch.setattr(examination, "_MUCH", much)
    await asyncio.to_thread(_set_aside_meanwhile, asyncio.get_running_loop(), 0)
    assert where == [threading.main_thread()] * passes
