"""Which of a measure's points a question is about."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compiled.keys import PartKey
from bot.dialogue.case import Case
from bot.model.measure import Measure, Point
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.understanding.said import Act

_CUED = 4.0
_CASE = {Truth.YES: 6.0, Truth.NO: -3.0, Truth.UNKNOWN: 0.0}
_ON_TOPIC = 2.0
_ON_SIDE = 3.0
_ON_WHO = 1.0
"""For the side that every question for yes or no asks, so that it says little of which point is meant."""

_ASKED = 3.0
"""For what stands in the clause that asks, where others only tell."""

_LIKENESS = 0.12
_LATER = 1.5
"""What is named first is the matter, what is named last is asked of it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A point with what speaks for it: ``own`` is what the message itself says for this very point, ``fit`` all of it;
    ``cued`` how many characters single it out."""

    point: Point
    own: float
    fit: float
    cued: int
    on_topic: bool


def ranked_points(case: Case, measure: Measure, topic: str | None) -> tuple[Ranked, ...]:
    """The points a question is about first, the rest in the author's order; those of other cases than the known one out."""
    facts = case.facts
    truths = [evaluate(point.when, facts) for point in measure.points]
    settled = any(p.when is not None and truth is Truth.YES for p, truth in zip(measure.points, truths, strict=True))
    likeness = _likeness(case, measure)
    ranked = [
        _ranked(case, measure, point, topic, truth, likeness.get(point.id, 0.0))
        for point, truth in zip(measure.points, truths, strict=True)
        if not (settled and truth is Truth.NO) and not _superseded(case, measure, point)
    ]
    return tuple(sorted(ranked, key=lambda entry: entry.fit, reverse=True))


def _superseded(case: Case, measure: Measure, point: Point) -> bool:
    """Whether another point tells the figure asked for of the person's very case: 300 元, not 300 or 200."""
    asked = {facet for facet in case.facets if case.snapshot.facet_by_id[facet].amount} & set(point.facets)
    if point.when is not None or not asked:
        return False
    own = (p for p in measure.points if p.when is not None and evaluate(p.when, case.facts) is Truth.YES)
    return any(not asked.isdisjoint(p.facets) for p in own)


def _ranked(case: Case, measure: Measure, point: Point, topic: str | None, holds: Truth, likeness: float) -> Ranked:
    found = case.said.parts.get(PartKey(measure.id, "point", point.id))
    cued = found.end - found.start if found is not None else 0
    own = likeness
    if found is not None:
        own += _CUED + _LATER * found.start / max(1, len(case.said.text))
        own += _ASKED * _in_asking_clause(case, found.start)
    if point.when is not None:
        own += _CASE[holds]
    own += _on_side(case, point)
    on_topic = topic is None or not point.topics or topic in point.topics
    fit = own + (_ON_TOPIC if topic in point.topics else 0.0 if on_topic else -_ON_TOPIC)
    return Ranked(point, own, fit, cued, on_topic)


def _on_side(case: Case, point: Point) -> float:
    """What it says for a point that it has a side asked for."""
    sides = [case.snapshot.facet_by_id[facet] for facet in case.facets if facet in point.facets]
    whom = case.signals("asks-for-whom")
    return max((_ON_WHO if side.verdict and not whom else _ON_SIDE for side in sides), default=0.0)


def _in_asking_clause(case: Case, place: int) -> bool:
    """Whether a place lies in a clause that asks, of a message with others that only tell."""
    clauses = case.said.clauses
    tells = any(clause.act is Act.TELLS for clause in clauses)
    return tells and any(c.act is Act.ASKS and c.start <= place < c.end for c in clauses)


def _likeness(case: Case, measure: Measure) -> dict[str, float]:
    """How much of the message's wording each point shares, by point; none where it only says for whom or where."""
    words = case.snapshot.point_words.get(measure.id, {})
    shared: dict[str, float] = {}
    goes_on = bool(case.facets) and not case.said.facets and (not case.said.asks or case.signals("doubts-it"))
    for feature in () if case.whole or goes_on else case.said.topical.features:
        for point, weight in words.get(feature, ()):
            shared[point] = shared.get(point, 0.0) + _LIKENESS * weight
    return shared
