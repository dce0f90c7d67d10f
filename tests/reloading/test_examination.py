"""What is set aside from later passes of the collector holds nothing that ought to go."""

from __future__ import annotations

import weakref

from bot.reloading.examination import _collector_at_rest


class Turn:
    """Refers to itself, as an exception does to the frame it was caught in."""

    def __init__(self) -> None:
        self.own = self


def test_what_conversations_left_behind_is_not_set_aside() -> None:
    with _collector_at_rest():
        left = weakref.ref(Turn())
        assert left() is not None
    assert left() is None
