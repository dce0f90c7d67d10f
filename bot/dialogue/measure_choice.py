"""Which of several measures is told: the most specific, the nearest, one of a wider region, or another instead of a refusal."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.case import Case
from bot.dialogue.points import only_stated
from bot.dialogue.verdicts import verdict_on
from bot.model.measure import Measure
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.rules.verdict import Kind, Verdict, assess
from bot.understanding.naming import pointers

Pair = tuple[Measure, str | None]


def of_wider(case: Case, topic: str) -> list[Measure]:
    """What the nearest of the wider regions says that has something on a topic of which the person's own says nothing."""
    for part in case.snapshot.wider(case.region):
        measures = case.snapshot.answers.get((topic, part.region.id), ())
        if measures:
            return best_of(case, measures)
    return []


def now_about(case: Case, measure: Measure, topic: str | None) -> str | None:
    """The topic in hand; another of the measure, where what is now known makes it that: no exam, the first year of school."""
    truths = {
        of: [evaluate(item.when, case.facts) for item in measure.entitlements if item.when and of in item.topics]
        for of in measure.topics
    }
    if topic is None or not truths.get(topic) or set(truths[topic]) != {Truth.NO}:
        return topic
    return next((of for of, found in truths.items() if Truth.YES in found), topic)


def given_instead(case: Case, pair: Pair) -> tuple[Measure, Verdict] | None:
    """Where the measure refuses, another of the region that gives the same kind of thing to this person."""
    measure, topic = pair
    refusal = verdict_on(case, measure, topic)
    if refusal is None or refusal.kind is not Kind.INELIGIBLE:
        return None
    for other in case.snapshot.knowledge.region_of[measure.id].measures:
        for item in other.entitlements if topic in other.related else ():
            verdict = assess(item, case.facts) if topic in item.topics and item.requires else None
            if verdict is not None and verdict.kind is Kind.ELIGIBLE:
                return other, verdict
    return None


def is_named(case: Case, measure: Measure) -> bool:
    """Whether the message calls the measure's scheme by its own name, which no other region's has."""
    return any(name in measure.names for name in case.said.analysis.ids("name"))


def specificity(case: Case, measure: Measure) -> tuple[bool, bool, bool, bool]:
    """Which of two regions' measures says more on what was asked: its figure is named, or one is asked for; no gap; a point of it is
    asked of by words of its own.
    """
    gap = any(key.measure == measure.id and key.kind == "unanswered" for key in case.said.parts)
    figures = case.asks("amount") or bool(case.said.counting)
    mentioned = not case.snapshot.pointers_of[measure.id].keys().isdisjoint(pointers(case.said))
    points = case.said.cues(measure.id, "point").values()
    asked = any(case.said.asks_with(found) and not only_stated(case, found) for found in points)
    return (mentioned, bool(measure.amounts) and figures, not gap, asked)


def nearest_of(case: Case, topic: str, region: str) -> list[Measure]:
    """Measures with a point on a topic that is not theirs, where the region's document has none on it."""
    part = case.snapshot.knowledge.region_by_id[region]
    speaking = [m for m in part.measures if topic in m.related and _has_point(case, m, topic)]
    return sorted(speaking, key=lambda m: (m.related.index(topic), m.source.item))


def _has_point(case: Case, measure: Measure, topic: str) -> bool:
    """Whether a measure tells something on a topic; a point that is written for one case only to those of its region whose it is."""
    here = case.region is not None
    points = (p.topics for p in measure.points if p.when is None or (here and evaluate(p.when, case.facts) is Truth.YES))
    return any(topic in topics for topics in (*points, *(item.topics for item in measure.entitlements)))


def best_of(case: Case, measures: Sequence[Measure]) -> list[Measure]:
    """Of several measures on one topic the one whose points are singled out, by most words that do not only tell a fact, else the
    first: 队员急着要车 is of cars, though 队员 is said of every help for the team.
    """

    def singled(measure: Measure) -> tuple[int, int]:
        cues = case.said.cues(measure.id, "point").values()
        telling = [found.weight[0] for found in cues if not only_stated(case, found)]
        return max(telling, default=0), len(cues)

    return sorted(measures, key=singled, reverse=True)[:1]
