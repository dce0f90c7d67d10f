"""What went wrong, counted by kind. Nothing of a message, a name or the token is in it."""

from __future__ import annotations

from collections import Counter

from bot.administration.fault_names import name_of


class FaultCounter:
    """Counters since the start: in words for ``/status``, by their kinds for the last line of the log."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def count(self, kind: str) -> None:
        """One more of a kind."""
        self._counts[kind] += 1

    def counts(self) -> dict[str, int]:
        """How many there were of each kind, in alphabetical order."""
        return dict(sorted(self._counts.items()))

    def in_words(self) -> str:
        """For an admin, who reads no log."""
        return "；".join(f"{name_of(kind)} {number}" for kind, number in self.counts().items()) or "无"

    def __str__(self) -> str:
        return ", ".join(f"{kind} {number}" for kind, number in self.counts().items()) or "none"
