"""Buttons for what people may want next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure, Worked
from bot.dialogue.measure_labels import deciding_fact, label_of, pays
from bot.dialogue.verdicts import open_to
from bot.model.condition import fact_tests
from bot.model.measure import Measure
from bot.model.session import Option
from bot.model.talk import Facet
from bot.rules.verdict import Kind


def each_in_full(found: Sequence[OnMeasure]) -> tuple[Option, ...]:
    measures = {on.measure.id: on.measure for on in found}
    return tuple(Option(f"{label_of(measure)}{wording.FULL_LABEL}", f"full:{name}") for name, measure in measures.items())


def next_steps(case: Case, first: OnMeasure) -> tuple[Option, ...]:
    """Buttons for what people may want next, most wanted first; which of them lead to anything new is tried later."""
    measure, verdict = first.measure, first.verdict
    if first.worked is not None:
        return (*_changes(first.worked, case), _in_full(measure))
    closed = first.gaps or (verdict is not None and verdict.kind in (Kind.INELIGIBLE, Kind.SILENT))
    money = measure.amounts and pays(measure, first.topic)
    options = [Option(wording.SUM_LABEL, f"sum:{measure.id}")] if money and not closed else []
    if not closed:
        options += [Option(facet.label or "", f"facet:{measure.id}:{facet.id}") for facet in _sides(case, measure, first.topic)]
    card = [Option(wording.CARD_LABEL, f"card:{measure.id}")] if measure.id in case.snapshot.carded else []
    return (*options, *card, _in_full(measure))


def _changes(worked: Worked, case: Case) -> Iterator[Option]:
    """Buttons that change what a sum rests on."""
    yield Option(wording.CHANGE_COUNT, f"ask:{worked.amount.counts}")
    deciding = deciding_fact(worked.amount)
    if deciding is not None and deciding in case.snapshot.definitions:
        yield Option(wording.CHANGE_RATE, f"ask:{deciding}")


def _in_full(measure: Measure) -> Option:
    return Option(wording.FULL_LABEL, f"full:{measure.id}")


def _sides(case: Case, measure: Measure, topic: str | None) -> list[Facet]:
    """Sides with a button that the measure has something on and that were not asked; the footer tells whom to ask."""
    told = {facet for point in measure.points for facet in point.facets if point.answer is not None}
    possible = [f for f in case.snapshot.knowledge.facets if f.label and f.id not in case.facets and not f.contacts]
    money = bool(measure.amounts) and pays(measure, topic)
    return [
        facet
        for facet in possible
        if (facet.verdict and open_to(case, measure, topic) and _decided_by_facts(case, measure, topic))
        or (not facet.verdict and facet.id in told and (money or not facet.amount))
    ]


def _decided_by_facts(case: Case, measure: Measure, topic: str | None) -> bool:
    """Whether how somebody stands depends on a fact that is not presumed of everybody."""
    of_topic = (e for e in measure.entitlements if topic is None or not e.topics or topic in e.topics)
    tests = (test.fact for e in of_topic for requirement in e.requires for test in fact_tests(requirement.if_))
    return any(case.snapshot.definitions[fact].presumed is None for fact in tests)
