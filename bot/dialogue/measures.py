"""Which measures of which region answer, and what is found on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.asked_sides import SEVERAL, shared_out
from bot.dialogue.case import Case
from bot.dialogue.comparing import set_side_by_side
from bot.dialogue.findings import Answered, Doubted, Judgment, Leaves, OnMeasure, Page, Question, Silent
from bot.dialogue.measure_choice import (
    Pair,
    best_of,
    given_instead,
    is_named,
    nearest_of,
    now_about,
    of_wider,
    specificity,
)
from bot.dialogue.next_steps import each_in_full, next_steps
from bot.dialogue.on_measure import find_on
from bot.dialogue.sum_wanted import asks_no_figure, asks_what_a_day_gives, of_two_kinds, summed_with
from bot.dialogue.working import doubt_about
from bot.language.set_right import puts_on_top
from bot.model.measure import Measure
from bot.model.session import Pending
from bot.model.tally import Doubt
from bot.rules.totals import Sum, together
from bot.rules.verdict import Verdict
from bot.understanding.two_questions import of_list

_CITED_AT_MOST = 3
GONE = "gone"
WHERE = "where"


def on_topics(case: Case, topics: Sequence[str]) -> Judgment:
    """What the documents say on the topics: of the person's region, or of every region where it is not known."""
    if case.region is None and case.snapshot.crowded:
        return Judgment(Page(WHERE), Leaves(topics=tuple(topics), measures=()))
    chosen, near = _chosen(case, topics)
    named = [pair for pair in chosen if is_named(case, pair[0])] if len(topics) == 1 else []
    found = named or chosen or near
    if not found:
        part_here = case.snapshot.knowledge.region_by_id.get(case.region or "")
        return Judgment(Silent(tuple(topics), part_here), Leaves(topics=tuple(topics), measures=()))
    comparing = None
    if case.region is not None and len(found) <= SEVERAL:
        case, comparing = set_side_by_side(case, found)
    instead = given_instead(case, found[0]) if case.region is not None and len(found) == 1 else None
    if instead is not None:
        found = [(instead[0], found[0][1]), *found]
    distinct = _distinct(case, topics, found)
    more = summed_with(case, [measure for measure, _ in distinct])
    pairs = [*distinct, *more][:_CITED_AT_MOST]
    near_topic = near[0][1] if not chosen else None
    judgment = _answered(case, pairs, near=near_topic, instead=instead, summed=bool(more), comparing=comparing)
    return _about(_with_unwritten(judgment, case, topics), tuple(topics))


def _chosen(case: Case, topics: Sequence[str]) -> tuple[list[Pair], list[Pair]]:
    """The measures that answer the topics, of the person's region, else of a wider one, else of each; and those only near to them."""
    chosen: list[Pair] = []
    near: list[Pair] = []
    for topic in topics:
        for part in case.snapshot.knowledge.regions:
            if case.region not in (None, part.region.id):
                continue
            measures = case.snapshot.answers.get((topic, part.region.id), ())
            nearest = nearest_of(case, topic, part.region.id) if case.region is None and not measures else []
            chosen += [(measure, topic) for measure in best_of(case, measures or nearest)]
            if not measures and case.region is not None:
                wider = of_wider(case, topic)
                chosen += [(measure, topic) for measure in wider]
                near += [] if wider else [(measure, topic) for measure in nearest_of(case, topic, case.region)[:1]]
    if len(topics) == 1:
        chosen.sort(key=lambda pair: (pair[1] in pair[0].topics, *specificity(case, pair[0])), reverse=True)
    return chosen, near


def _distinct(case: Case, topics: Sequence[str], found: Sequence[Pair]) -> list[Pair]:
    """Each measure once; once for each topic where the things of a list are answered by several."""
    several = len({measure.id for measure, _ in found}) > 1 and of_list(case.said, topics, case.snapshot) is not None
    return list({(measure.id, topic if several else None): (measure, topic) for measure, topic in reversed(found)}.values())[::-1]


def _with_unwritten(judgment: Judgment, case: Case, topics: Sequence[str]) -> Judgment:
    """A judgment with those of several topics asked on which the person's region says nothing, and no other thing is told of it."""
    told = judgment.findings
    if case.region is None or len(topics) < SEVERAL or not isinstance(told, Answered) or told.nearest_topic is not None:
        return judgment
    silent = tuple(t for t in topics if not case.snapshot.has_answer(t, case.region))
    return replace(judgment, findings=replace(told, unwritten=silent)) if silent else judgment


def _about(judgment: Judgment, topics: tuple[str, ...]) -> Judgment:
    if judgment.leaves.topics == topics:
        return judgment
    return replace(judgment, leaves=replace(judgment.leaves, topics=topics))


def on_measures(case: Case, measures: Sequence[str], *, wants_sum: bool = False) -> Judgment:
    """What the given measures say."""
    by_id = case.snapshot.knowledge.measure_by_id
    known = [by_id[measure] for measure in measures if measure in by_id]
    if not known:
        return Judgment(Page(GONE), pending=case.memory.pending)
    focus = [topic for topic in case.memory.topics if any(topic in m.topics or topic in m.related for m in known)]
    pairs: list[Pair] = [
        (measure, now_about(case, measure, next((t for t in focus if t in measure.topics), None))) for measure in known
    ]
    more = summed_with(case, known)
    return _answered(case, [*pairs, *more][:_CITED_AT_MOST], wants_sum=wants_sum, summed=bool(more))


def _may_be_elsewhere(case: Case) -> bool:
    """Whether it is open where whoever asks is: no place is known, and no measure of one region was opened and asked about."""
    known = case.snapshot.knowledge.region_of
    in_hand = {known[measure].region.id for measure in case.before.measures if measure in known}
    opened = len(in_hand) == 1 and not case.before.offered
    return case.region is None and len(case.snapshot.knowledge.regions) > 1 and not opened


def _answered(
    case: Case,
    pairs: Sequence[Pair],
    *,
    near: str | None = None,
    instead: tuple[Measure, Verdict] | None = None,
    wants_sum: bool = False,
    summed: bool = False,
    comparing: str | None = None,
) -> Judgment:
    """What is found on each of the measures, put together: one sum of all, the question that waits, and what may be wanted next."""
    found = _on_each(case, pairs, instead, side_by_side=comparing is not None)
    asks_region = case.region is None and len({on.part.region.id for on in found}) > 1
    if any(on.worked is not None for on in found) and _may_be_elsewhere(case):  # what one region pays is no sum for another
        return Judgment(Page(WHERE), Leaves(tuple(dict.fromkeys(topic for _, topic in pairs if topic)), ()))
    doubt = next((doubt for on in found if (doubt := doubt_about(case, on.measure)) is not None), None)
    if doubt is not None and case.region is not None and not asks_what_a_day_gives(case) and not asks_no_figure(case):
        return doubted(case, doubt, found[0].measure)
    in_one = len(found) > 1 and case.region is not None and _in_one(case, found, summed=summed)
    closing = _closing(case, found[0], wants_sum) if not asks_region else None
    topics = tuple(dict.fromkeys(topic for _, topic in pairs if topic)) or case.memory.topics
    answered = Answered(
        found,
        tuple(topic or "" for _, topic in pairs),
        nearest_topic=near,
        instead=instead is not None,
        comparing=comparing if len(found) > 1 else None,
        together=in_one,
        whole=_whole(found) if in_one else None,
        asks_region=asks_region,
        closing=closing,
        next_steps=next_steps(case, found[0]) if len(found) == 1 else each_in_full(found),
    )
    asked = closing or found[0].question
    leaves = Leaves(topics, tuple(dict.fromkeys(on.measure.id for on in found)), case.facets)
    return Judgment(answered, leaves, asked.pending if asked else None, case=case)


def _in_one(case: Case, found: Sequence[OnMeasure], *, summed: bool) -> bool:
    """Whether what several measures pay is told as one sum: asked for together, or counted for all of them in one message."""
    counting = case.said.counting
    added = case.signals("together") or counting.everything or of_two_kinds(case) or puts_on_top(case.said.text)
    told = summed or (bool(counting.spells) and all(on.worked is not None for on in found))
    return added or (told and not counting.apart)


def _on_each(
    case: Case, pairs: Sequence[Pair], instead: tuple[Measure, Verdict] | None, *, side_by_side: bool
) -> tuple[OnMeasure, ...]:
    """What was found on each measure, every one for the sides asked of it; ``instead`` has its verdict already."""
    decided = {instead[0].id: instead[1]} if instead else {}
    return tuple(
        find_on(own, measure, topic, alone=len(pairs) == 1, decided=decided.get(measure.id))
        for own, (measure, topic) in zip([case] * len(pairs) if side_by_side else shared_out(case, pairs), pairs, strict=True)
    )


def doubted(case: Case, doubt: Doubt, measure: Measure) -> Judgment:
    """The question to put where a count cannot be right or cannot be placed; the matter stays in hand."""
    pending = Pending(doubt.fact, (measure.id,), "sum")
    leaves = Leaves(measures=(measure.id,), topics=case.memory.topics or measure.topics[:1])
    return Judgment(Doubted(case.snapshot.definitions[doubt.fact], doubt), leaves, pending)


def _closing(case: Case, first: OnMeasure, wants_sum: bool) -> Question | None:
    """The question for the units, where a sum is wanted and nothing else is asked."""
    if not wants_sum or first.question is not None or first.amount is not None:
        return None
    fact = case.snapshot.definitions[first.measure.amounts[0].counts]
    return Question(fact, Pending(fact.id, (first.measure.id,), "sum"))


def _whole(found: Sequence[OnMeasure]) -> Sum | None:
    """Everything together, if there is a sum of each."""
    sums = [on.worked.sum for on in found if on.worked is not None]
    return together(sums) if len(sums) == len(found) else None
