"""What buttons and commands want: the judgment on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW
from bot.dialogue.case import Case
from bot.dialogue.findings import Answered, Carded, FactAsked, InFull, Judgment, Leaves, Page, ToPeople
from bot.dialogue.left_in_hand import plainly
from bot.dialogue.measure_labels import deciding_fact
from bot.dialogue.measures import GONE, on_measures, on_topics
from bot.dialogue.overview_list import in_whole, listed_again, listing
from bot.dialogue.told_here import asked_again_here
from bot.dialogue.verdicts import told_for_yes_or_no
from bot.model.measure import Measure
from bot.model.session import Pending
from bot.understanding.going_on import inherited
from bot.understanding.intents import (
    AskForFact,
    Card,
    ChooseRegion,
    Command,
    Intent,
    Menu,
    MoveTo,
    ShowInFull,
    ShowMeasure,
    ShowTopic,
    StateFact,
    WorkOut,
)
from bot.understanding.said import Said


def on_tapped(intent: Intent, case: Case) -> Judgment:
    """What buttons and commands want."""
    match intent:
        case Command(name):
            return _commanded(case, name)
        case StateFact(fact, option):
            return _stated(case, fact, option)
        case AskForFact(fact):
            return plainly(case, FactAsked(case.snapshot.definitions[fact]))
        case ShowMeasure(measure, facet):
            return on_measures(case.putting((facet,) if facet else ()), (measure,))
        case ShowTopic(topic):
            return on_topics(case, (topic,))
        case WorkOut(measure):
            facets = [facet.id for facet in case.snapshot.knowledge.facets if facet.amount][-1:]
            return on_measures(case.putting(tuple(facets), answers=True), (measure,), wants_sum=True)
        case MoveTo(region, place):
            return _moved(case, region, place)
        case ChooseRegion(within, page):
            return plainly(case, Page("region", (within, str(page))))
        case Menu(region, area):
            return plainly(case, Page("menu", tuple(name for name in (region, area) if name is not None)))
        case Card(measures):
            return _carded(case, measures or case.memory.measures)
        case ShowInFull(measure, page):
            return _in_full(case, measure, page)
    return plainly(case, Page(GONE))


def _stated(case: Case, fact: str, option: str) -> Judgment:
    """An option tapped: the answer to a question, or a fact set right."""
    case = replace(case, said=replace(case.said, stated={fact: option}))
    pending = case.before.pending
    if pending is not None and pending.purpose == "entitlements":
        return listed_again(case)
    measures = pending.measures if pending else case.memory.measures
    if not measures:
        return plainly(case, Page("facts"))
    facets = tuple(facet for facet in case.memory.facets if facet in case.snapshot.facet_by_id)
    return on_measures(case.putting(facets, answers=True), measures)


def _moved(case: Case, region: str, place: str = "") -> Judgment:
    """The matter in hand for the region now chosen."""
    case = replace(case, said=replace(case.said, region=region))
    if case.memory.topics == (OVERVIEW,):
        return listed_again(case)
    if case.memory.topics:
        facets = tuple(facet for facet in case.memory.facets if facet in case.snapshot.facet_by_id)
        put = asked_again_here(case.putting(facets), case.memory.topics, region)
        return on_topics(replace(put, answers=told_for_yes_or_no(put)), case.memory.topics)
    return plainly(case, Page("moved", (region, place) if place else (region,)))


def _commanded(case: Case, name: str) -> Judgment:
    match name:
        case "my":
            return listing(case)
        case "all":
            return in_whole(listed_again(case))
        case "card":
            return _carded(case, case.memory.measures)
        case "full" | "human" | "simpler" | "change-count" | "change-rate":
            return _on_matter_in_hand(case, name)
        case "menu":
            return plainly(case, Page("menu", (case.memory.region,) if case.memory.region else ()))
    return plainly(case, Page(name))


def _on_matter_in_hand(case: Case, name: str) -> Judgment:
    """What is wanted of the measure that was answered last."""
    knowledge = case.snapshot.knowledge
    known = [knowledge.measure_by_id[m] for m in case.memory.measures if m in knowledge.measure_by_id]
    if name == "human":
        found = ToPeople(known[0], knowledge.region_of[known[0].id]) if known else ToPeople(None, None)
        return plainly(case, found)
    if name in ("change-count", "change-rate"):
        return _changing(case, [measure for measure in known if measure.amounts], name)
    if not known:
        return plainly(case, Page("nothing-in-hand"))
    if name == "full":
        return _in_full(case, known[0].id, None)
    again = replace(case, said=Said(region=case.region)).putting(inherited(case.memory, case.snapshot))
    judgment = on_measures(again, [measure.id for measure in known])
    found_again = judgment.findings
    if not isinstance(found_again, Answered):
        return judgment
    return replace(judgment, findings=replace(found_again, terse=True))


def _changing(case: Case, paying: Sequence[Measure], name: str) -> Judgment:
    """The question whose answer changes a sum."""
    if not paying:
        return plainly(case, Page("no-sum"))
    amount = paying[0].amounts[0]
    fact = amount.counts if name == "change-count" else deciding_fact(amount) or amount.counts
    return Judgment(FactAsked(case.snapshot.definitions[fact]), pending=Pending(fact, (paying[0].id,), "sum"))


def _in_full(case: Case, measure: str, page: int | None) -> Judgment:
    """All that a measure says; it stays, or comes, in hand."""
    knowledge = case.snapshot.knowledge
    found = InFull(knowledge.measure_by_id[measure], knowledge.region_of[measure], page)
    here = measure in case.memory.measures
    leaves = Leaves() if here else Leaves(found.measure.topics[:1], (measure,))
    return Judgment(found, leaves, case.memory.pending)


def _carded(case: Case, measures: tuple[str, ...]) -> Judgment:
    """The card of the first of the measures that has one, on the topic in hand."""
    knowledge = case.snapshot.knowledge
    wanted = [knowledge.measure_by_id[measure] for measure in measures if measure in knowledge.measure_by_id]
    measure = next((m for m in wanted if m.id in case.snapshot.carded), None)
    if measure is None:
        return plainly(case, Page("no-card"))
    topic = next((topic for topic in case.memory.topics if topic in measure.topics), None)
    leaves = Leaves() if measure.id in case.memory.measures else Leaves(measure.topics[:1], (measure.id,))
    return Judgment(Carded(measure, knowledge.region_of[measure.id], topic), leaves)
