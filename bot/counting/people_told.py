"""What tells whom the counts of one fact are said of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.counting.attribution import with_facts
from bot.counting.quantifiers import all_alike
from bot.counting.tokens import Tokens
from bot.counting.tree import Count, Mark
from bot.model.tally import Doubt, Reason


@dataclass(frozen=True, slots=True)
class PeopleTold:
    """What tells whom the counts of one fact are said of."""

    tokens: Tokens
    counts: list[Count]
    mains: list[Count]
    marks: Sequence[Mark]
    fact: str
    known: list[str]
    number: int
    each: bool

    @property
    def alike(self) -> bool:
        """Whether the one count is said of all of them."""
        return len(self.mains) == 1 and all_alike(self.tokens, self.mains[0])

    def doubt(self, reason: Reason = Reason.EACH_OR_TOGETHER, said: str = "") -> None:
        """Keep the counts from being summed."""
        self.tokens.doubts.append(Doubt(reason, self.fact, said))

    def with_facts(self, counts: Sequence[Count]) -> list[Count]:
        """Counts with the facts said of each."""
        return with_facts(self.tokens, counts, self.marks)
