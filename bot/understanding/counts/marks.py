"""Facts that the content's patterns hear in a message, with their places: in each clause for itself, and in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.language.analyse import Label
from bot.language.clauses import Clauses, clauses_of
from bot.language.patterns import Found, PatternSet, Spots, parse_pattern
from bot.model.fact import Fact
from bot.understanding.counts.tree import Mark

_BETWEEN = "="


class MarkFinder:
    """Finds the marks of the facts on which rates depend."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._patterns = PatternSet(
            (f"{fact.id}{_BETWEEN}{option.id}", parse_pattern(says))
            for fact in facts
            for option in fact.options
            for says in option.says
        )

    def find(self, where: Spots, text: str) -> tuple[Mark, ...]:
        """Marks in order. Where two options of a fact are heard at one place, the more specific one."""
        clauses = clauses_of(text)
        found = dict.fromkeys(_named(self._patterns.find(where, text)))
        for begin, end in _bounds(clauses, text):
            inside = _within(where, begin, end)
            if inside:
                found.update(dict.fromkeys(_named(self._patterns.find(inside, text))))
        return tuple(_settled(sorted(found, key=lambda entry: (entry[2], -entry[3], entry[0]))))


_Heard = tuple[str, tuple[int, int], int, int]


def _named(found: Mapping[str, Found]) -> Iterator[_Heard]:
    for name, here in found.items():
        yield name, here.weight, here.start, here.end


def _settled(heard: Sequence[_Heard]) -> Iterator[Mark]:
    """One option of a fact at one place: the one heard by more parts, then by longer words."""
    for name, weight, start, end in heard:
        fact, option = name.split(_BETWEEN, 1)
        rivals = [
            other
            for other in heard
            if other[0].startswith(fact + _BETWEEN) and other[0] != name and other[2] < end and start < other[3]
        ]
        if all(weight > other[1] or (weight == other[1] and (start, name) < (other[2], other[0])) for other in rivals):
            yield Mark(start, end, fact, option)


def _bounds(clauses: Clauses, text: str) -> Iterator[tuple[int, int]]:
    starts = clauses.clauses
    yield from zip(starts, (*starts[1:], len(text)), strict=True)


def _within(where: Spots, begin: int, end: int) -> dict[Label, list[tuple[int, int]]]:
    """The known words of a stretch of text; its beginning is the beginning of what is said."""
    inside = {
        label: kept
        for label, spans in where.items()
        if (kept := [span for span in spans if begin <= span[0] and span[1] <= end])
    }
    return {**inside, ("edge", "start"): [(begin, begin)]} if inside else {}
