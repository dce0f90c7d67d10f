"""Which of the topics that a message is like a region has something on."""

from __future__ import annotations

from bot.compiled.derived import derived
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.addresses import is_province
from bot.model.condition import FactTest, fact_tests
from bot.understanding.intents import Margin
from bot.understanding.said import Said


def measures_on(topic: str, region: str | None, snapshot: Snapshot) -> set[str]:
    """The measures that answer a topic for a region; for any, where it is unknown."""
    regions = [region] if region is not None else [part.region.id for part in snapshot.knowledge.regions]
    return {measure.id for each in regions for measure in snapshot.answers.get((topic, each), ())}


def in_region(said: Said, margin: Margin, snapshot: Snapshot) -> str:
    """The best topic; one that the person's document has, if it is nearly as good."""
    best, weights = margin.covered[0], snapshot.weights
    has = [s for s in margin.covered if has_something(said.region, s.column.id, snapshot)]
    near = next((s for s in has if s.total >= best.total - weights.nearly), None)
    return near.column.id if near is not None and best.column.id != OVERVIEW else best.column.id


@derived
def provinces_of(snapshot: Snapshot) -> frozenset[str]:
    """The ids of the regions that are provinces."""
    return frozenset(part.region.id for part in snapshot.knowledge.regions if is_province(part.region.full_name))


def has_something(region: str | None, topic: str, snapshot: Snapshot) -> bool:
    """Whether there is an answer on a topic for a region; where that is unknown, some region has one."""
    return region is None or snapshot.has_answer(topic, region)


def refuses(topic: str, fact: str, said: Said, snapshot: Snapshot) -> bool:
    """Whether all that a topic gives where a fact matters is refused by what is told of it: 不住一起 asks for no care of those at home."""
    measures = [snapshot.knowledge.measure_by_id[name] for name in measures_on(topic, said.region, snapshot)]
    needs = [need for measure in measures for item in measure.entitlements for need in item.requires]
    tests = [need.if_ for need in needs if isinstance(need.if_, FactTest) and need.if_.fact == fact]
    return bool(tests) and fact in said.stated and all(said.stated[fact] not in test.options for test in tests)


def of_a_child(topic: str, region: str | None, snapshot: Snapshot) -> bool:
    """Whether what a topic gives is for the child of a medical worker: a school, lessons, somebody to look after it."""
    known = snapshot.knowledge.measure_by_id
    items = [item for name in measures_on(topic, region, snapshot) for item in known[name].entitlements if topic in item.topics]
    tests = (test for item in items for need in item.requires for test in fact_tests(need.if_))
    return any(snapshot.definitions[test.fact].relation == "child" for test in tests)
