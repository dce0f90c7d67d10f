"""What a message's counts come to, held against what was counted before; what cannot be told is a doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.compiled.snapshot import Snapshot
from bot.model.condition import fact_tests
from bot.model.measure import Measure
from bot.model.session import Session
from bot.understanding.parts import parts_of
from bot.understanding.quantities import Quantity
from bot.understanding.reading import Said

_NEGATIVE = ("-", "负")
_RELATIVE = r"(?:不对，|哦，|那)?(?:还|再|又)?要?"
_MORE = re.compile(rf"{_RELATIVE}(?:再加|加上|加(?=[\d一二两三四五六七八九十])|少算了?|漏算了?|漏了)")
_UNCLEAR = re.compile(r"(?:不对，|哦，|那)?(?:又|还|再|多了|减少)[^\d，。]{0,4}(?=[\d一二两三四五六七八九十])")
_TOTAL = re.compile("一共|总共|应该是|合计|就是")
_LESS = re.compile(rf"{_RELATIVE}(?:减去?|减掉|扣掉|扣除|去掉|多算了?)(?=[\d一二两三四五六七八九十])")

Doubt = Literal["impossible", "ambiguous", "misplaced"]


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted for one number fact in this message. ``parts`` come to ``total`` unless there is a doubt."""

    fact: str
    parts: tuple[Quantity, ...]
    doubt: Doubt | None = None

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(part.value or 0 for part in self.parts)


def counts_of(said: Said, before: Session, snapshot: Snapshot) -> tuple[Count, ...]:
    """One count for each number fact that the message counts."""
    by_fact: dict[str, list[Quantity]] = {}
    for quantity in said.quantities:
        by_fact.setdefault(quantity.fact, []).append(quantity)
    return tuple(_Counting(said, before, snapshot, fact).count(found) for fact, found in by_fact.items())


def counting(fact: str, region: str | None, snapshot: Snapshot) -> list[Measure]:
    """Measures of the person's region that pay by this count."""
    region_of = snapshot.knowledge.region_of
    return [
        measure
        for measure in snapshot.knowledge.measure_by_id.values()
        if region in (None, region_of[measure.id].region.id) and any(a.counts == fact for a in measure.amounts)
    ]


@dataclass(frozen=True, slots=True)
class _Counting:
    """The counts of one fact in one message."""

    said: Said
    before: Session
    snapshot: Snapshot
    fact: str

    def count(self, found: Sequence[Quantity]) -> Count:
        counted = [quantity for quantity in found if quantity.value is not None]
        parts = parts_of(counted, self.said.text) if counted else []
        doubt = self._doubt(found, parts)
        if doubt is not None or not parts or self._beyond(parts):
            return Count(self.fact, (), doubt)
        change = self._change(parts)
        if change is not None:
            parts = [replace(parts[-1], value=change, working=self._difference(change))]
        return Count(self.fact, tuple(parts))

    def _doubt(self, found: Sequence[Quantity], parts: Sequence[Quantity]) -> Doubt | None:
        """Why a count cannot be right, or cannot be told to belong to what was counted before."""
        impossible = not parts and (any(q.dated for q in found) or self._waits())
        relative = self._change(parts) is not None
        if (impossible or self._beyond(parts)) and (self._about_counting() or relative):
            return "ambiguous" if any(q.value is None and not q.dated for q in found) else "impossible"
        value, text = self.before.values().get(self.fact), self.said.text
        told_apart = any(period.fact == self.fact for period in self.before.periods)
        news = self.said.stated.items() - self.before.values().items()
        other_case = bool(self.said.stated.keys() & self._deciding() and news)
        unclear = not relative and isinstance(value, int) and _UNCLEAR.match(text) is not None
        several = len(parts) > 1 and isinstance(value, int) and _MORE.match(text) is not None
        if several or (len(parts) == 1 and (told_apart or unclear or (relative and other_case))):
            return "misplaced"
        return None

    def _beyond(self, parts: Sequence[Quantity]) -> bool:
        fact = self.snapshot.definitions[self.fact]
        change = self._change(parts)
        units = [change] if change is not None else [part.value or 0 for part in parts]
        return any(not fact.least <= count <= fact.most for count in (*units, *([sum(units)] if units else [])))

    def _deciding(self) -> set[str]:
        """Facts on which the rate of what is counted depends."""
        measures = counting(self.fact, self.said.region, self.snapshot)
        cases = (case for measure in measures for amount in measure.amounts for case in amount.cases)
        return {test.fact for case in cases if case.when is not None for test in fact_tests(case.when)}

    def _change(self, parts: Sequence[Quantity]) -> int | None:
        """The new total, where the message only adds to what was counted before or takes off: 少算了5天, 再减5天."""
        value = self.before.values().get(self.fact)
        if not isinstance(value, int) or len(parts) != 1 or parts[0].said[:1] in _NEGATIVE:
            return None
        text, count = self.said.text, parts[0].value or 0
        if _TOTAL.search(text) is not None or len([q for q in self.said.quantities if q.fact == self.fact]) > 1:
            return None
        if _MORE.match(text):
            return value + count
        return value - abs(count) if count < 0 or _LESS.match(text) else None

    def _difference(self, change: int) -> str:
        """How a new total came from the one before."""
        value = int(self.before.values()[self.fact])
        sign = "+" if change > value else "−"
        return f"{value} {sign} {abs(change - value)} = {change}"

    def _waits(self) -> bool:
        return self.before.pending is not None and self.before.pending.fact == self.fact

    def _about_counting(self) -> bool:
        """Whether this message is about counting: an odd number in another question is left alone."""
        asks_amount = any(self.snapshot.facet_by_id[facet].amount for facet in self.said.facets)
        return self._waits() or asks_amount
