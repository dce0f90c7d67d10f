"""What stands in a message, in order of place: filled by the lexer, read by the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bot.counting.tree import Count, Edge, Heads, Mark, Person, Rate, Rounds, Word
from bot.language.clauses import Clauses
from bot.language.date_spans import Span
from bot.language.schedules import Schedule
from bot.language.shares import Share
from bot.model.tally import Doubt, Said

_BLANK = "·"

_NEAR = 4


Tiers = Mapping[int, Said]
"""Rates by their figure, with the facts under which each is given."""


class NumberFacts(NamedTuple):
    """The number facts that are counted by the day, and those by the month."""

    by_day: Sequence[str]
    by_month: Sequence[str]


@dataclass(slots=True)
class Tokens:
    """What stands in a message, in order of place. Filled by the lexer, read by the rest."""

    text: str
    clauses: Clauses
    words: list[Word]
    counts: list[Count] = field(default_factory=list)
    points: list[Span] = field(default_factory=list)
    heads: list[Heads] = field(default_factory=list)
    some: list[Heads] = field(default_factory=list)
    """Some of those told, of whom something else is said than of all."""

    groups: list[Heads] = field(default_factory=list)
    """Those told one by one before the number they come to: 三个护士，两个药师，五个人."""

    works: tuple[tuple[str, Said], ...] = ()
    """What several people were told to do in an earlier message, where no days were told yet."""

    crowd: int = 0
    """How many people were told of in an earlier message; SEVERAL if they were told apart."""

    before: int = 0
    """How many days the one spell told before has; 0 where there is none, or there are several."""

    told_anew: bool = False
    """Whether the one count is a bare number that corrects the count before (不对，十八)."""

    persons: list[Person] = field(default_factory=list)
    rounds: list[Rounds] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    unplaced: list[tuple[int, int]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    each_time: tuple[int, int] = (0, 0)
    """How many days of every so many were told before, whose number was asked for; of every round, if that is 0."""

    each_of: str = ""
    """The fact these days count for."""

    not_counted: tuple[str, ...] = ()
    """The facts of counts that are not to be counted, since they are of people left out."""

    counted: str = ""
    """The number fact that was counted last."""

    off: list[tuple[int, int]] = field(default_factory=list)
    """The clauses of days that were not worked."""

    marks: tuple[Mark, ...] = ()
    months_together: bool = False
    durations: int = 0
    """How many lengths of time stand in the message, be they counted or not."""

    goes_on: bool = False
    last: date | None = None
    """The last day told before, by the calendar."""

    in_all: bool = False
    edge: Edge | None = None
    beyond: int = 0
    denied: list[tuple[int, int]] = field(default_factory=list)
    year: int = 0
    months: list[Span] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    """Those said not to be counted, with how many are meant by the name (她俩); SEVERAL if that is not said (他们)."""

    unpaid: set[str] = field(default_factory=set)
    """Those named of whom nothing is told but what the documents are not written for: a husband who carries parcels."""

    shares: Sequence[Share] = ()
    """Shares and multiples of a length of time; what is told of money is none."""

    shared: set[int] = field(default_factory=set)
    """Where those stand that were made a count of."""

    def said(self, *signals: str, start: int = 0, end: int | None = None) -> list[Word]:
        """Words of the signals, or all words, within a stretch of the text."""
        stop = len(self.text) if end is None else end
        return [
            word
            for word in self.words
            if start <= word.start and word.end <= stop and (not signals or not word.ids.isdisjoint(signals))
        ]

    def in_clause(self, at: int, *signals: str) -> list[Word]:
        """Words of the signals in the clause of a place."""
        return self.said(*signals, start=self.clauses.begin(at), end=self.clauses.end(at, len(self.text)))

    def in_clause_marks(self, at: int) -> list[Mark]:
        """The facts marked in the clause of a place."""
        begin, end = self.clauses.begin(at), self.clauses.end(at, len(self.text))
        return [mark for mark in self.marks if begin <= mark.start < end]

    def just_before(self, at: int, *signals: str, within: int = _NEAR) -> Word | None:
        """The nearest word of the signals that ends a few characters before a place, in the same clause."""
        begin = max(self.clauses.begin(at), at - within - 4)
        near = [w for w in self.said(*signals, start=begin, end=at) if at - w.end <= within]
        return near[-1] if near else None

    def roughly(self, start: int, end: int) -> bool:
        """Whether what stands there is said to be about so much."""
        return bool(self.just_before(start, "roughly") or self.just_after(end, "roughly", within=0))

    def persons_before(self, at: int) -> set[str]:
        """Those named before a place by words for others."""
        return {self.text[word.start : word.end] for word in self.said("other", end=at)}

    def just_after(self, at: int, *signals: str, within: int = _NEAR) -> Word | None:
        """The nearest word of the signals that begins a few characters after a place, in the same clause."""
        if at >= len(self.text):
            return None
        end = min(self.clauses.end(at, len(self.text)), at + within + 6)
        near = [w for w in self.said(*signals, start=at, end=end) if w.start - at <= within]
        return near[0] if near else None


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with what was understood blanked out, so that nothing moves and nothing is read twice."""
    known = list(spans)
    if not known:
        return text
    characters = list(text)
    for start, end in known:
        characters[start:end] = _BLANK * (end - start)
    return "".join(characters)
