"""Which of a measure's points a question is about."""

from __future__ import annotations

from bot.dialogue.turn import Turn, cued
from bot.model.measure import Measure, Point
from bot.model.truth import Truth
from bot.rules.facts import evaluate

_CUED = 4.0
_CASE = {Truth.YES: 3.0, Truth.NO: -3.0, Truth.UNKNOWN: 0.0}
_ON_TOPIC = 2.0
_ON_SIDE = 3.0
_LIKENESS = 0.12


def ordered_points(turn: Turn, measure: Measure, topic: str | None) -> list[Point]:
    """The points a question is about first, the rest in the author's order; those of other cases than the known one out."""
    truths = [evaluate(point.when, turn.facts) for point in measure.points]
    settled = any(p.when is not None and truth is Truth.YES for p, truth in zip(measure.points, truths, strict=True))
    points = [p for p, truth in zip(measure.points, truths, strict=True) if not (settled and truth is Truth.NO)]
    features = frozenset(turn.features)
    scored = sorted(
        ((_fit(turn, measure, point, topic, features), -place, point) for place, point in enumerate(points)),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    return [point for _, _, point in scored]


def _fit(turn: Turn, measure: Measure, point: Point, topic: str | None, features: frozenset[str]) -> float:
    fit = _CUED * cued(turn, measure, "point", point.id)
    if point.when is not None:
        fit += _CASE[evaluate(point.when, turn.facts)]
    if topic is not None and topic in point.topics:
        fit += _ON_TOPIC
    elif point.topics:
        fit -= _ON_TOPIC
    said = turn.snapshot.point_words[measure.id, point.id]
    likeness = sum(said[feature] for feature in said.keys() & features)
    return fit + _ON_SIDE * any(facet in point.facets for facet in turn.facets) + _LIKENESS * likeness
