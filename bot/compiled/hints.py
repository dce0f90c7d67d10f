"""What besides the words points to a topic: a fact, a figure, a name, a side that only few measures look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from bot.compiled.keys import FactHint, FigureHint, Hint, NameHint, SideHint
from bot.language.numerals import leading_value
from bot.model.condition import fact_tests
from bot.model.fact import Fact
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.model.measure import Measure

_FEW = 2
"""Measures of a region that may share a hint for it to still point somewhere."""

_TELLING = 100
"""From this value on a figure of a document is one that people would name."""


def hints_of(knowledge: Knowledge) -> dict[Hint, frozenset[str]]:
    """Topics that something said points to, counted region by region: those of the few measures of a region that use it."""
    return gathered(pair for part in knowledge.regions for pair in pointed_by(part, knowledge.fact_by_id))


def gathered(pointed: Iterable[tuple[Hint, str]]) -> dict[Hint, frozenset[str]]:
    """All topics of each hint."""
    found: dict[Hint, set[str]] = defaultdict(set)
    for hint, topic in pointed:
        found[hint].add(topic)
    return {hint: frozenset(topics) for hint, topics in found.items()}


def pointed_by(part: RegionKnowledge, facts: Mapping[str, Fact]) -> Iterator[tuple[Hint, str]]:
    """Each thing that points somewhere in a region, with a topic it points to."""
    users: dict[Hint, list[Measure]] = defaultdict(list)
    left_open: dict[Hint, set[str]] = defaultdict(set)
    for measure in part.measures:
        for hint in dict.fromkeys(hint for hint, _ in _used(measure)):
            users[hint].append(measure)
        for fact in facts_left_open(measure):
            left_open[FactHint(fact)].add(measure.id)
    for hint, measures in users.items():
        looking = {measure.id for measure in measures} | left_open[hint]
        if len(looking) <= _FEW and not _passing(hint, facts):
            yield from ((hint, measure.topics[0]) for measure in measures)


def pointers_of(knowledge: Knowledge) -> dict[str, dict[Hint, frozenset[str]]]:
    """What a measure can be told by, and for which of its topics, by measure."""
    found: dict[str, dict[Hint, frozenset[str]]] = {}
    for key, measure in knowledge.measure_by_id.items():
        about: dict[Hint, set[str]] = defaultdict(set)
        for hint, topics in _used(measure):
            for one in (hint, *_implying(hint, knowledge.fact_by_id)):
                about[one] |= set(topics or (*measure.topics, *measure.related))
        found[key] = {hint: frozenset(topics) for hint, topics in about.items()}
    return found


def facts_left_open(measure: Measure, topics: Collection[str] = ()) -> frozenset[str]:
    """Facts of which a measure says that the document does not: whether contract staff count. Where several do, it points nowhere.

    ``topics``: only where one of them is asked of; none: wherever.
    """
    asked = (item for item in measure.entitlements if not (topics and item.topics) or not set(topics).isdisjoint(item.topics))
    conditions = (silence.when for item in asked for silence in item.silent)
    return frozenset(test.fact for condition in conditions for test in fact_tests(condition))


def _passing(hint: Hint, facts: Mapping[str, Fact]) -> bool:
    """Whether it is a fact that points nowhere: it holds only for the message it is said in, or tells whose somebody is."""
    fact = facts.get(hint.fact) if isinstance(hint, FactHint) else None
    return fact is not None and (fact.passing or fact.relation is not None)


def _implying(hint: Hint, facts: Mapping[str, Fact]) -> set[Hint]:
    """Facts from which a fact may follow."""
    fact = facts.get(hint.fact) if isinstance(hint, FactHint) else None
    conditions = [option.implied_by for option in fact.options if option.implied_by is not None] if fact else []
    return {FactHint(test.fact) for condition in conditions for test in fact_tests(condition)}


def _used(measure: Measure) -> Iterator[tuple[Hint, tuple[str, ...]]]:
    """Everything a measure can be told by, each with the topics it is for; none: all of the measure's."""
    for item in measure.entitlements:
        conditions = [item.when, *(requirement.if_ for requirement in item.requires)]
        tests = (test for condition in conditions if condition is not None for test in fact_tests(condition))
        yield from ((FactHint(test.fact), item.topics) for test in tests)
    yield from ((NameHint(name), ()) for name in measure.names)
    yield from ((SideHint(facet), ()) for point in measure.points for facet in point.facets)
    for amount in measure.amounts:
        cases = (test.fact for case in amount.cases if case.when is not None for test in fact_tests(case.when))
        yield from ((FactHint(fact), ()) for fact in (amount.counts, *cases))
        factors = [1, *(multiplier.times for multiplier in amount.multipliers)]
        yield from ((FigureHint(case.value * factor), ()) for case in amount.cases for factor in factors)
    values = (leading_value(figure.value) for figure in measure.figures)
    yield from ((FigureHint(value), ()) for value in values if value is not None and value >= _TELLING)
