"""Where clauses and sentences end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

_SENTENCE = frozenset("。！？；\n")
_CLAUSE = _SENTENCE | frozenset("，：()（）")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a text, by the places where each begins; ``sentences`` likewise."""

    clauses: tuple[int, ...]
    sentences: tuple[int, ...]

    def clause(self, at: int) -> int:
        """Which clause a place is in."""
        return bisect_right(self.clauses, at) - 1

    def sentence(self, at: int) -> int:
        """Which sentence a place is in."""
        return bisect_right(self.sentences, at) - 1

    def begin(self, at: int) -> int:
        """Where the clause of a place begins."""
        return self.clauses[self.clause(at)]

    def end(self, at: int, length: int) -> int:
        """Where the clause of a place ends; ``length`` is the text's."""
        number = self.clause(at) + 1
        return self.clauses[number] if number < len(self.clauses) else length


def clauses_of(text: str) -> Clauses:
    """The clauses and sentences of a text."""
    return Clauses(
        (0, *(at + 1 for at, ch in enumerate(text) if ch in _CLAUSE)),
        (0, *(at + 1 for at, ch in enumerate(text) if ch in _SENTENCE)),
    )
