"""Which measures of which region answer, and what is found on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.counting.tree import Relation
from bot.dialogue import wording
from bot.dialogue.asked_apart import is_put, named_of, of_the_worker, pieces_asked, topic_of_clause
from bot.dialogue.case import Case
from bot.dialogue.comparing import set_side_by_side
from bot.dialogue.findings import Answered, Asked, Doubted, Judgment, Leaves, OnMeasure, Page, Question, Silent, Worked
from bot.dialogue.left_open import details_open
from bot.dialogue.points import answered_as_such, only_stated, ranked_points, settles
from bot.dialogue.verdicts import open_to, question_for, verdict_on
from bot.dialogue.working import doubt_about, sum_of
from bot.language.asked_for_what import asks_for_a_rate
from bot.language.clauses import Stretch
from bot.language.question_forms import Form, ends_seeking_assent
from bot.language.set_right import puts_on_top
from bot.model.condition import fact_tests
from bot.model.measure import Amount, Measure
from bot.model.region import PublicLine
from bot.model.session import Option, Pending
from bot.model.talk import Facet
from bot.model.tally import Doubt, Tally
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.rules.totals import Sum, together
from bot.rules.verdict import Kind, Verdict, assess, explain
from bot.understanding.naming import pointers
from bot.understanding.two_questions import asked_in, asked_of_each, of_list

_CITED_AT_MOST = 3
_LABEL = 6
_SEVERAL = 2
GONE = "gone"
WHERE = "where"

Pair = tuple[Measure, str | None]


def on_topics(case: Case, topics: Sequence[str]) -> Judgment:
    """What the documents say on the topics: of the person's region, or of every region where it is not known."""
    if case.region is None and case.snapshot.crowded:
        return Judgment(Page(WHERE), Leaves(topics=tuple(topics), measures=()))
    chosen: list[Pair] = []
    near: list[Pair] = []
    for topic in topics:
        for part in case.snapshot.knowledge.regions:
            if case.region not in (None, part.region.id):
                continue
            measures = case.snapshot.answers.get((topic, part.region.id), ())
            nearest = _nearest(case, topic, part.region.id) if case.region is None and not measures else []
            chosen += [(measure, topic) for measure in _best(case, measures or nearest)]
            if not measures and case.region is not None:
                wider = _of_wider(case, topic)
                chosen += [(measure, topic) for measure in wider]
                near += [] if wider else [(measure, topic) for measure in _nearest(case, topic, case.region)[:1]]
    if len(topics) == 1:
        chosen.sort(key=lambda pair: (pair[1] in pair[0].topics, *_specificity(case, pair[0])), reverse=True)
    named = [pair for pair in chosen if _named(case, pair[0])] if len(topics) == 1 else []
    found = named or chosen or near
    if not found:
        part_here = case.snapshot.knowledge.region_by_id.get(case.region or "")
        return Judgment(Silent(tuple(topics), part_here), Leaves(topics=tuple(topics), measures=()))
    comparing = None
    if case.region is not None and len(found) <= _SEVERAL:
        case, comparing = set_side_by_side(case, found)
    instead = _instead(case, found[0]) if case.region is not None and len(found) == 1 else None
    if instead is not None:
        found = [(instead[0], found[0][1]), *found]
    several = len({measure.id for measure, _ in found}) > 1 and of_list(case.said, topics, case.snapshot) is not None
    distinct = list({(measure.id, topic if several else None): (measure, topic) for measure, topic in reversed(found)}.values())[::-1]
    more = _summed_with(case, [measure for measure, _ in distinct])
    pairs = [*distinct, *more][:_CITED_AT_MOST]
    near_topic = near[0][1] if not chosen else None
    judgment = _answered(case, pairs, near=near_topic, instead=instead, summed=bool(more), comparing=comparing)
    return _about(_with_unwritten(judgment, case, topics), tuple(topics))


def _with_unwritten(judgment: Judgment, case: Case, topics: Sequence[str]) -> Judgment:
    """A judgment with those of several topics asked on which the person's region says nothing, and no other thing is told of it."""
    told = judgment.findings
    if case.region is None or len(topics) < _SEVERAL or not isinstance(told, Answered) or told.nearest_topic is not None:
        return judgment
    silent = tuple(t for t in topics if not case.snapshot.has_answer(t, case.region))
    return replace(judgment, findings=replace(told, unwritten=silent)) if silent else judgment


def _of_wider(case: Case, topic: str) -> list[Measure]:
    """What the nearest of the wider regions says that has something on a topic of which the person's own says nothing."""
    for part in case.snapshot.wider(case.region):
        measures = case.snapshot.answers.get((topic, part.region.id), ())
        if measures:
            return _best(case, measures)
    return []


def _summed_with(case: Case, found: Sequence[Measure]) -> list[Pair]:
    """The other measure of the region whose units are counted too, where a message tells of both or one total of all is asked for."""
    tally = case.tally
    if case.region is None or isinstance(tally, Doubt) or len(found) != 1 or not found[0].amounts:
        return []
    told = {amount.counts for amount in found[0].amounts}
    others = {spell.fact for spell in tally.spells} - told
    part = case.snapshot.knowledge.region_by_id[case.region]
    more = [m for m in part.measures if m is not found[0] and any(amount.counts in others for amount in m.amounts)]
    if len(more) != 1 or not told & {spell.fact for spell in tally.spells} or not _both_meant(case, more[0]):
        return []
    return [(more[0], more[0].topics[0])]


def _both_meant(case: Case, other: Measure) -> bool:
    """Whether a message counts for two measures, or asks for one total of what it tells or names and of what was told before."""
    counting = case.said.counting
    named = any(key.measure == other.id for key in case.said.parts)
    told = {(spell.fact, name) for spell in counting.spells for name, _ in spell.facts}
    sure = named or any((amount.counts, deciding_fact(amount)) in told for amount in other.amounts)
    if sure and len({spell.fact for spell in counting.spells}) > 1 and _about_the_sum(case):
        return True
    if case.snapshot.signal("total-alone").is_all_of(case.said.text):
        return True
    if counting.tells and counting.spells and isinstance(case.tally, Tally) and case.tally.told:
        return True  # 病房干了20天 — 慰问金领了两个月: nothing was asked between, so both are told
    together = counting.total and case.before.tally.told  # 病房干了20天 — 慰问金领了两个月，合到一起多少
    several = len(counting.counted) > 1 or counting.put_in or together or counting.everything or counting.relation is Relation.ADDS or named
    return several and (case.signals("together") or counting.total or counting.everything or puts_on_top(case.said.text))


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
        (measure, _now_about(case, measure, next((t for t in focus if t in measure.topics), None))) for measure in known
    ]
    more = _summed_with(case, known)
    return _answered(case, [*pairs, *more][:_CITED_AT_MOST], wants_sum=wants_sum, summed=bool(more))


def _now_about(case: Case, measure: Measure, topic: str | None) -> str | None:
    """The topic in hand; another of the measure, where what is now known makes it that: no exam, the first year of school."""
    truths = {
        of: [evaluate(item.when, case.facts) for item in measure.entitlements if item.when and of in item.topics]
        for of in measure.topics
    }
    if topic is None or not truths.get(topic) or set(truths[topic]) != {Truth.NO}:
        return topic
    return next((of for of, found in truths.items() if Truth.YES in found), topic)


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
    found = _on_each(case, pairs, instead, side_by_side=comparing is not None)
    asks_region = case.region is None and len({on.part.region.id for on in found}) > 1
    if any(on.worked is not None for on in found) and _may_be_elsewhere(case):  # what one region pays is no sum for another
        return Judgment(Page(WHERE), Leaves(tuple(dict.fromkeys(topic for _, topic in pairs if topic)), ()))
    counting = case.said.counting
    added = case.signals("together") or counting.everything or _of_two_kinds(case) or puts_on_top(case.said.text)
    told = summed or (bool(counting.spells) and all(on.worked is not None for on in found))
    added = added or (told and not counting.apart)
    in_one = len(found) > 1 and case.region is not None and added
    closing = _closing(case, found[0], wants_sum) if not asks_region else None
    doubt = next((doubt for on in found if (doubt := doubt_about(case, on.measure)) is not None), None)
    if doubt is not None and case.region is not None and not _asks_what_a_day_gives(case) and not _asks_no_figure(case):
        return doubted(case, doubt, found[0].measure)
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
        next_steps=next_steps(case, found[0]) if len(found) == 1 else _each_in_full(found),
    )
    asked = closing or found[0].question
    leaves = Leaves(topics, tuple(dict.fromkeys(on.measure.id for on in found)), case.facets)
    return Judgment(answered, leaves, asked.pending if asked else None, case=case)


def _of_two_kinds(case: Case) -> bool:
    """Whether one message counts units of two kinds (days and months), so that their total is told with them."""
    counting = case.said.counting
    return len({spell.fact for spell in counting.spells}) > 1 and not counting.apart


def _on_each(
    case: Case, pairs: Sequence[Pair], instead: tuple[Measure, Verdict] | None, *, side_by_side: bool
) -> tuple[OnMeasure, ...]:
    """What was found on each measure, every one for the sides asked of it; ``instead`` has its verdict already."""
    decided = {instead[0].id: instead[1]} if instead else {}
    return tuple(
        _on_measure(own, measure, topic, alone=len(pairs) == 1, decided=decided.get(measure.id))
        for own, (measure, topic) in zip([case] * len(pairs) if side_by_side else _shared_out(case, pairs), pairs, strict=True)
    )


def doubted(case: Case, doubt: Doubt, measure: Measure) -> Judgment:
    """The question to put where a count cannot be right or cannot be placed; the matter stays in hand."""
    pending = Pending(doubt.fact, (measure.id,), "sum")
    leaves = Leaves(measures=(measure.id,), topics=case.memory.topics or measure.topics[:1])
    return Judgment(Doubted(case.snapshot.definitions[doubt.fact], doubt), leaves, pending)


def _about_the_sum(case: Case) -> bool:
    """Whether a sum may answer: not where only another side of the matter is asked, such as the tax on it."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    aside = [facet for facet in asked if facet.contacts or facet.deadline or facet.source or facet.silent is not None]
    if asked and all(facet.contacts or facet.deadline for facet in asked) and not (case.answers or case.signals("sum")):
        return False
    return bool(case.said.counting) or case.answers or not asked or len(aside) < len(asked)


def _asks_no_figure(case: Case) -> bool:
    """Whether another side alone is asked, and no sum, so that a count told by the way needs no asking: 干了一个多月，要不要扣税."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    aside = all(facet.contacts or facet.deadline or facet.source or facet.silent is not None for facet in asked)
    return bool(asked) and aside and not (case.answers or case.signals("sum"))


def _wants_a_sum(case: Case) -> bool:
    """Whether money is asked for, or a count that was: else a month by the way is none (热水器坏了一个月没人理)."""
    return case.asks("amount") or case.signals("sum") or bool(case.answers)


def _asks_what_a_day_gives(case: Case) -> bool:
    """Whether a message counts nothing and asks what one day gives: days told before make no sum of that."""
    return not case.said.counting and not case.answers and asks_for_a_rate(case.said.text)


def _shared_out(case: Case, pairs: Sequence[Pair]) -> list[Case]:
    """The sides asked, each for the topic it was asked of: by their order where there are as many as topics."""
    case = case.of_sides(_asked_now(case))
    topics = {topic for _, topic in pairs if topic}
    if len(pairs) < _SEVERAL or len(topics) < len(pairs):
        return [case] * len(pairs)
    asked = [topic or "" for _, topic in pairs]
    things = of_list(case.said, asked, case.snapshot)
    if things is not None:
        return [replace(case, said=share, apart=True) for share in things]
    shares = asked_of_each(case.said, asked, case.snapshot)
    if shares is not None:
        return [replace(case, said=share, apart=True).putting(share.facets) for share in shares]
    if not case.facets:
        return [case] * len(pairs)
    one = replace(case, apart=True)
    if len(case.facets) == len(pairs) and not all(case.snapshot.facet_by_id[facet].contacts for facet in case.facets):
        return [one.putting((facet,)) for facet in case.facets]
    known = case.snapshot.facet_by_id
    return [one.putting(tuple(f for f in case.facets if known[f].contacts or _speaks_of(m, f))) for m, _ in pairs]


def _asked_now(case: Case) -> tuple[str, ...]:
    """The sides asked, without those that only a clause that tells speaks of: 条件差得很，谁牵头."""
    asked = {key.facet for key, here in case.said.sides.items() if case.said.asks_with(here)}
    known = case.snapshot.facet_by_id
    told = {key.facet for key in case.said.sides if not known[key.facet].contacts} - asked
    if case.said.asking and not case.said.sides and case.said.forms[-1] is not Form.OTHER:
        return tuple(facet for facet in case.facets if not known[facet].contacts)  # 要等疫情过去才办吗 asks no more for whom
    return tuple(facet for facet in case.facets if not asked or facet not in told)


def _speaks_of(measure: Measure, facet: str) -> bool:
    return any(facet in point.facets for point in measure.points)


def _each_in_full(found: Sequence[OnMeasure]) -> tuple[Option, ...]:
    measures = {on.measure.id: on.measure for on in found}
    return tuple(Option(f"{label_of(measure)}{wording.FULL_LABEL}", f"full:{name}") for name, measure in measures.items())


def label_of(measure: Measure) -> str:
    """The short name of a measure; its title, cut, where an author wrote none."""
    return measure.short or measure.title[:_LABEL]


def _closing(case: Case, first: OnMeasure, wants_sum: bool) -> Question | None:
    """The question for the units, where a sum is wanted and nothing else is asked."""
    if not wants_sum or first.question is not None or first.amount is not None:
        return None
    fact = case.snapshot.definitions[first.measure.amounts[0].counts]
    return Question(fact, Pending(fact.id, (first.measure.id,), "sum"))


def _on_measure(
    case: Case,
    measure: Measure,
    topic: str | None,
    *,
    alone: bool,
    decided: Verdict | None,
) -> OnMeasure:
    """What was found on one measure. ``alone``: it is the whole answer, so it may ask more."""
    verdict = decided or verdict_on(case, measure, topic)
    gaps = details_open(case, measure, topic)
    open_ended = (Kind.ELIGIBLE, Kind.MISSING)
    clauses = _clauses_asked(case, measure, topic)
    if verdict is not None and verdict.kind in open_ended and gaps:  # 符合 would promise the detail that is open
        verdict = None
    if decided is None and len(clauses) > 1 and len(clauses) == len(case.said.asking) and all(asked.on.gaps for asked in clauses):
        verdict = None  # 受益人是家属吗，要不要交钱 asks for nobody's share
    about = _about_the_sum(case) and not _asks_what_a_day_gives(case) and (_pays(measure, topic) or _wants_a_sum(case))
    worked = sum_of(case, measure) if about else None
    ranked = ranked_points(case, measure, topic)
    form = _form(case)
    generic = verdict is not None and verdict.kind is Kind.MISSING and not verdict.entitlement.cues
    settled = generic and settles(ranked, measure, form, case, whoever=_open_only_which_case(verdict))
    return OnMeasure(
        measure=measure,
        part=case.snapshot.knowledge.region_of[measure.id],
        points=tuple(entry.point for entry in ranked),
        ranked=ranked,
        topic=topic,
        facets=case.facets,
        form=form,
        verdict=verdict,
        gaps=gaps,
        worked=worked,
        question=question_for(case, measure, verdict, worked) if alone and not settled else None,
        settled=settled,
        public=_public_line(case, measure) if alone else None,
        rules=tuple(explain(verdict, case.facts)) if verdict else (),
        clauses=clauses,
    )


def _clauses_asked(case: Case, measure: Measure, topic: str | None) -> tuple[Asked, ...]:
    """What each of several clauses, or of the things of a list, asks of a measure, of those that say themselves what it is."""
    pieces = pieces_asked(case, measure)
    if len(pieces) < _SEVERAL or case.apart or case.answers:
        return ()
    found = []
    for stretch, form, beside in pieces:
        said = of_the_worker(asked_in(case.said, stretch, case.snapshot, beside), stretch, case)
        sides = tuple(facet for facet in said.facets if facet in case.facets and is_put(case.snapshot.facet_by_id[facet], form))
        alone = replace(case, said=said, facets=sides, apart=True)
        named = named_of(measure, stretch, case) if beside else None
        own = named or topic_of_clause(alone, stretch, measure, topic)
        on = _on_measure(alone, measure, own or topic or measure.topics[0], alone=False, decided=None)
        stands = on.verdict if own is None and _asks_how_one_stands(on, stretch, alone) else None
        if own is not None or stands is not None:
            found.append(Asked(stretch, replace(on, form=form, verdict=stands, worked=None), alone, thing=bool(beside)))
    return tuple(found)


def _asks_how_one_stands(on: OnMeasure, stretch: Stretch, case: Case) -> bool:
    """Whether a clause asks whether somebody gets the matter, and the document says so or on what it hangs: |津贴有我份吗|，几号到账."""
    known, open_ended = case.snapshot.facet_by_id, (Kind.ELIGIBLE, Kind.MISSING)
    asked = any(known[key.facet].verdict and stretch[0] < here.end <= stretch[1] for key, here in case.said.sides.items())
    return asked and on.verdict is not None and on.verdict.kind in open_ended


def _open_only_which_case(verdict: Verdict | None) -> bool:
    """Whether all that a verdict lacks is whether its case is somebody's: 填志愿有人指导吗, whichever exam it is for."""
    scope = verdict.entitlement.when if verdict is not None else None
    return verdict is not None and scope is not None and {test.fact for test in fact_tests(scope)}.issuperset(verdict.missing)


def _form(case: Case) -> Form:
    """The kind of answer asked for: of a message with several matters, of each the side that it asks."""
    if case.whether:
        return Form.WHETHER
    if case.apart or case.answers:
        return Form.OTHER
    own = any(answered_as_such(case.snapshot.facet_by_id[facet]) for facet in case.facets)
    if ends_seeking_assent(case.said.text):
        return Form.OTHER if own else Form.WHETHER
    last = case.said.forms[-1]
    return Form.WHETHER if last is Form.OTHER and Form.WHETHER in case.said.forms and not own else last


def _public_line(case: Case, measure: Measure) -> PublicLine | None:
    """The national line to add where the document gives no number: of what can be called directly, else of whom to ask.

    A channel with a number of its own is the one to call.
    """
    part = case.snapshot.knowledge.region_of[measure.id]
    channels = [part.contact_by_id[contact] for contact in measure.channels]
    if any(contact.phone is not None for contact in channels):
        return None
    wanted = next((contact.public_line for contact in (*channels, *part.asked_at(measure)) if contact.public_line is not None), None)
    return next((line for line in case.snapshot.knowledge.public_lines if line.id == wanted), None)


def _whole(found: Sequence[OnMeasure]) -> Sum | None:
    """Everything together, if there is a sum of each."""
    sums = [on.worked.sum for on in found if on.worked is not None]
    return together(sums) if len(sums) == len(found) else None


def next_steps(case: Case, first: OnMeasure) -> tuple[Option, ...]:
    """Buttons for what people may want next, most wanted first; which of them lead to anything new is tried later."""
    measure, verdict = first.measure, first.verdict
    if first.worked is not None:
        return (*_changes(first.worked, case), _in_full(measure))
    closed = first.gaps or (verdict is not None and verdict.kind in (Kind.INELIGIBLE, Kind.SILENT))
    money = measure.amounts and _pays(measure, first.topic)
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


def deciding_fact(amount: Amount) -> str | None:
    """The fact on which the rate of an amount depends."""
    tests = (test.fact for case in amount.cases if case.when is not None for test in fact_tests(case.when))
    return next(tests, None)


def _in_full(measure: Measure) -> Option:
    return Option(wording.FULL_LABEL, f"full:{measure.id}")


def _pays(measure: Measure, topic: str | None) -> bool:
    """Whether a topic of the measure is about an amount: not the company of its 就医陪同, where only the 慰问金 has one."""
    return topic is None or not measure.topics or topic in measure.topics[:1] or len(measure.topics) == 1


def _sides(case: Case, measure: Measure, topic: str | None) -> list[Facet]:
    """Sides with a button that the measure has something on and that were not asked; the footer tells whom to ask."""
    told = {facet for point in measure.points for facet in point.facets if point.answer is not None}
    possible = [f for f in case.snapshot.knowledge.facets if f.label and f.id not in case.facets and not f.contacts]
    money = bool(measure.amounts) and _pays(measure, topic)
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


def _instead(case: Case, pair: Pair) -> tuple[Measure, Verdict] | None:
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


def _named(case: Case, measure: Measure) -> bool:
    """Whether the message calls the measure's scheme by its own name, which no other region's has."""
    return any(name in measure.names for name in case.said.analysis.ids("name"))


def _specificity(case: Case, measure: Measure) -> tuple[bool, bool, bool, bool]:
    """Which of two regions' measures says more on what was asked: its figure is named, or one is asked for; no gap; a point of it is
    asked of by words of its own.
    """
    gap = any(key.measure == measure.id and key.kind == "unanswered" for key in case.said.parts)
    figures = case.asks("amount") or bool(case.said.counting)
    mentioned = not case.snapshot.pointers_of[measure.id].keys().isdisjoint(pointers(case.said))
    points = case.said.cues(measure.id, "point").values()
    asked = any(case.said.asks_with(found) and not only_stated(case, found) for found in points)
    return (mentioned, bool(measure.amounts) and figures, not gap, asked)


def _nearest(case: Case, topic: str, region: str) -> list[Measure]:
    """Measures with a point on a topic that is not theirs, where the region's document has none on it."""
    part = case.snapshot.knowledge.region_by_id[region]
    speaking = [m for m in part.measures if topic in m.related and _has_point(case, m, topic)]
    return sorted(speaking, key=lambda m: (m.related.index(topic), m.source.item))


def _has_point(case: Case, measure: Measure, topic: str) -> bool:
    """Whether a measure tells something on a topic; a point that is written for one case only to those of its region whose it is."""
    here = case.region is not None
    points = (p.topics for p in measure.points if p.when is None or (here and evaluate(p.when, case.facts) is Truth.YES))
    return any(topic in topics for topics in (*points, *(item.topics for item in measure.entitlements)))


def _best(case: Case, measures: Sequence[Measure]) -> list[Measure]:
    """Of several measures on one topic the one whose points are singled out, by most words that do not only tell a fact, else the
    first: 队员急着要车 is of cars, though 队员 is said of every help for the team.
    """

    def singled(measure: Measure) -> tuple[int, int]:
        cues = case.said.cues(measure.id, "point").values()
        telling = [found.weight[0] for found in cues if not only_stated(case, found)]
        return max(telling, default=0), len(cues)

    return sorted(measures, key=singled, reverse=True)[:1]
