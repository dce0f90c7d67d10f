"""How long to wait between tries: the one policy for sending, polling and starting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Seconds between tries, doubled each time up to ``longest``; ``total`` is how long to go on trying."""

    first: float = 0.5
    longest: float = 30.0
    total: float = 3_600.0

    def pauses(self) -> Iterator[float]:
        """The pauses after one fault and the next, without end."""
        pause = self.first
        while True:
            yield pause
            pause = min(pause * 2, self.longest)

    def pauses_in_all(self) -> Iterator[float]:
        """The pauses that fit into ``total``."""
        left = self.total
        for pause in self.pauses():
            if pause > left:
                return
            left -= pause
            yield pause
