"""Which of a measure's points a question is about."""

from __future__ import annotations

from operator import itemgetter

from bot.dialogue.case import Case
from bot.model.measure import Measure, Point
from bot.model.truth import Truth
from bot.rules.facts import evaluate

_CUED = 4.0
_CASE = {Truth.YES: 3.0, Truth.NO: -3.0, Truth.UNKNOWN: 0.0}
_ON_TOPIC = 2.0
_ON_SIDE = 3.0
_LIKENESS = 0.12


def ordered_points(case: Case, measure: Measure, topic: str | None) -> list[Point]:
    """The points a question is about first, the rest in the author's order; those of other cases than the known one out."""
    facts = case.facts
    truths = [evaluate(point.when, facts) for point in measure.points]
    settled = any(p.when is not None and truth is Truth.YES for p, truth in zip(measure.points, truths, strict=True))
    likeness = _likeness(case, measure)
    fits = [
        (_fit(case, measure, point, topic, truth) + likeness.get(point.id, 0.0), -place, point)
        for place, (point, truth) in enumerate(zip(measure.points, truths, strict=True))
        if not (settled and truth is Truth.NO)
    ]
    return [point for _, _, point in sorted(fits, key=itemgetter(0, 1), reverse=True)]


def _fit(case: Case, measure: Measure, point: Point, topic: str | None, holds: Truth) -> float:
    fit = _CUED * case.said.cued(measure.id, "point", point.id)
    if point.when is not None:
        fit += _CASE[holds]
    if topic is not None and topic in point.topics:
        fit += _ON_TOPIC
    elif point.topics:
        fit -= _ON_TOPIC
    return fit + _ON_SIDE * any(facet in point.facets for facet in case.facets)


def _likeness(case: Case, measure: Measure) -> dict[str, float]:
    """How much of the message's wording each point shares, by point."""
    words = case.snapshot.point_words.get(measure.id, {})
    shared: dict[str, float] = {}
    for feature in () if case.whole else case.said.topical.features:
        for point, weight in words.get(feature, ()):
            shared[point] = shared.get(point, 0.0) + _LIKENESS * weight
    return shared
