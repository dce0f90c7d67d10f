"""The progress bar: nothing for short input, wiped at the end of long input."""

from __future__ import annotations

import io
from itertools import count

from bot.progress import Progress


def drawn(seconds_a_line: float, total: int | None) -> str:
    """What ten lines of ten bytes leave on the stream when each takes so long."""
    stream, ticks = io.StringIO(), count()
    progress = Progress(stream, lambda: next(ticks) * seconds_a_line, total)
    lines = [b"x" * 10] * 10
    assert list(progress.over(lines)) == lines
    return stream.getvalue()


def test_short_input_shows_nothing() -> None:
    assert drawn(0.01, 100) == ""


def test_long_input_shows_how_far_it_is_and_cleans_up() -> None:
    shown = drawn(0.5, 100)
    assert "%" in shown
    assert shown.endswith("\r\x1b[K")


def test_input_of_unknown_size_shows_a_count() -> None:
    shown = drawn(0.5, None)
    assert "%" not in shown
    assert "行" in shown


def test_the_bar_is_full_at_the_end_and_never_overfull() -> None:
    progress = Progress(io.StringIO(), lambda: 0.0, total=50, lines=9, done=90)
    assert progress.bar().startswith("[" + "#" * 24 + "] 100%")
