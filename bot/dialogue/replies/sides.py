"""Which sentence answers which side of a question: how much, whom to ask, until when, by what document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.points import Ranked, answered_as_such, asked_last, names_matter
from bot.dialogue.replies.told import Statement, cut, point_mark
from bot.dialogue.replies.whom import silence_on, unit_told
from bot.language.asked_for_what import asks_for_a_share
from bot.language.clauses import Stretch
from bot.language.numerals import figures
from bot.language.patterns import Found
from bot.language.question_forms import Form, asks_who_does, puts_yes_or_no
from bot.language.statements import sends_to
from bot.model.measure import Measure, Point
from bot.model.talk import Facet
from bot.model.truth import Truth
from bot.rules.facts import evaluate
from bot.rules.verdict import Kind
from bot.understanding.telling import only_tells

_CUED = 2
_SAYS_MUCH = 3.0
"""How much a message must say for a point that nothing singles out, for it to stand beside another."""

_SAYS_ENOUGH = 1.0
"""How much a message must say for one point before the point, not the overview, answers it."""

NO_AMOUNT = "文件没写数额。"
_NO_DEADLINE = "文件没写期限。"


def sides_told(on: OnMeasure, case: Case) -> tuple[Statement, ...]:
    """The answer to each side asked for, those that only one sentence answers first; else to the message as a whole."""
    facets = (case.snapshot.facet_by_id[facet] for facet in case.facets)
    asked = sorted(facets, key=lambda facet: (not answered_strictly(facet), not facet.officer))
    doer = _told_who_does(on, case)
    if doer is not None and any(facet.officer for facet in asked):
        asked = [doer, *(facet for facet in asked if not facet.contacts)]
    elif on.measure.officer is not None and any(facet.officer for facet in asked):
        asked = [facet for facet in asked if facet.officer or not facet.contacts]  # who is in charge names the unit too
    asked = _without_figure(asked, case)
    told: dict[str, Statement] = {}
    for facet in asked:
        statement = side_told(replace(on, form=Form.OTHER) if told else on, facet, case)
        told |= {statement.text: statement} if statement is not None else {}
    beside = _done_together(on, case) if any(facet.officer for facet in asked) else None
    told |= {beside.text: beside} if beside is not None else {}
    return tuple(told.values()) or (open_answer(on, case),)


def _told_who_does(on: OnMeasure, case: Case) -> Facet | None:
    """The side of whom to ask, where behind the words for who is in charge stands a deed, and a point tells who does that:
    谁负责去采购 asks for no name.
    """
    charge = [here for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].officer]
    whom = next((facet for facet in case.snapshot.knowledge.facets if facet.contacts and not facet.officer), None)
    if not charge or whom is None:
        return None
    doers = (e for e in on.ranked if e.on_topic and e.cued and (has_side(e.point, whom.id) or (whom.id in e.point.facets)))
    cues = case.said.cues(on.measure.id, "point")
    return whom if any(here.end <= cues[e.point.id].start for e in doers for here in charge) else None


def _done_together(on: OnMeasure, case: Case) -> Statement | None:
    """Who does it, beside the officer, where the words for who is in charge single out a point that tells it: 送菜谁负责."""
    whom = next((facet for facet in case.snapshot.knowledge.facets if facet.contacts and not facet.officer), None)
    charge = [here for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].officer]
    cues = case.said.cues(on.measure.id, "point")
    here = (e.point for e in on.ranked if e.on_topic and e.cued and e.point.topics)
    doers = (point for point in here if whom is not None and has_side(point, whom.id))
    doer = next((p for p in doers if any(_within(cues[p.id], (here.start, here.end)) for here in charge)), None)
    return _statement(on.measure, doer, whom.id) if doer is not None and whom is not None else None


def _without_figure(asked: Sequence[Facet], case: Case) -> list[Facet]:
    """The sides without the sum, where another side is asked and no figure: 到手的钱要扣税吗."""
    others = [facet for facet in asked if not facet.asks_sum]
    strict = any(answered_strictly(facet) and not facet.contacts for facet in others)
    return others if strict and not case.signals("asks-for-a-figure") else list(asked)


def side_told(on: OnMeasure, facet: Facet, case: Case) -> Statement | None:
    """The answer to one side; None where the message as a whole says better what is wanted."""
    best, top = _best(on, facet, case), on.ranked[0]
    if facet.contacts and not (best is not None and best.cued):
        return _unit_told(on, facet, case)
    if facet.verdict and top.cued and top is not best and not case.signals("asks-for-whom"):
        return None  # every question for yes or no asks this side; the point that the message singles out answers it
    if best is not None and (best.cued or not top.cued or answered_strictly(facet)) and _fits(on, best, facet, case):
        return _statement(on.measure, best.point, facet.id) if answered_as_such(facet) else told_of(on, best.point, facet.id)
    if facet.source:
        document = on.part.region.document
        return Statement(f"{document.title}{document.item_label.format(item=on.measure.source.item)}。")
    if facet.deadline and not top.cued:
        return Statement(_deadline(on.measure))
    if facet.silent is not None:
        return Statement(silence_on(on, facet))
    if facet.amount:
        return _figure_told(on, case)
    return None


def _best(on: OnMeasure, facet: Facet, case: Case) -> Ranked | None:
    """The point for a side: one that has it and is singled out; one that is singled out and says one thing only; one that has it.

    Of several clauses that ask, that of the side speaks for the points which it names itself: 慰问金多少，几天送一次菜.
    """
    here = [entry for entry in on.ranked if entry.on_topic or entry.cued > _CUED]
    having = [entry for entry in here if has_side(entry.point, facet.id)]
    cued = [entry for entry in here if entry.cued and _answers(on, entry.point, facet)]
    cued.sort(key=lambda entry: _of_another_clause(on, entry.point, facet, case))
    plain = [entry for entry in here if entry.cued and isinstance(entry.point.answer, str) and not facet.contacts]
    plain = [entry for entry in plain if not (having and _of_another_clause(on, entry.point, facet, case))]
    return next(iter((*cued, *plain, *having)), None)


def _of_another_clause(on: OnMeasure, point: Point, facet: Facet, case: Case) -> bool:
    """Whether what singles a point out stands in another of several clauses that ask than the words for a side."""
    sides = [here for key, here in case.said.sides.items() if key.facet == facet.id]
    of_side = [stretch for stretch in case.said.asking if any(_within(here, stretch) for here in sides)]
    spot = case.said.cues(on.measure.id, "point").get(point.id)
    apart = len(case.said.asking) > 1 and bool(of_side)
    return apart and spot is not None and not any(_within(spot, stretch) for stretch in of_side)


def has_side(point: Point, facet: str) -> bool:
    """Whether a point has a sentence on this side."""
    answers = point.answer
    return facet in answers if isinstance(answers, Mapping) else facet in point.facets


def _answers(on: OnMeasure, point: Point, facet: Facet) -> bool:
    """Whether a point has a sentence on a side; one for yes or no is one on whether somebody gets it."""
    asked = facet.verdict and on.form is not Form.OTHER
    return has_side(point, facet.id) or (asked and point.whether_in_full is not None)


def side_singled_out(on: OnMeasure, case: Case) -> int:
    """How many characters single out a point that has a side asked for; 0 if none do."""
    known, put = case.snapshot.facet_by_id, on.form is not Form.WHETHER  # 能领两份吗 asks for no figure
    asked = [facet for facet in case.facets if not known[facet].verdict and (put or not known[facet].asks_sum)]
    return max((e.cued for e in on.ranked if e.on_topic and any(has_side(e.point, f) for f in asked)), default=0)


def cued_told(on: OnMeasure, case: Case) -> tuple[Statement, ...]:
    """What the points say that the message singles out."""
    cued = [entry for entry in on.ranked if entry.cued and entry.on_topic]
    return tuple(told_of(on, entry.point, *_sides_of(case)) for entry in cued[:_CUED])


def beside_told(on: OnMeasure, case: Case) -> tuple[Statement, ...]:
    """What points say beside the one that answers: those that a phrase singles out; where no verdict answers, or several clauses
    ask, also those that a word does which is not of the measure's own name. One of another topic of the measure counts where a
    clause of its own asks for it: 入编有通道吗，评职称呢."""
    cues = case.said.cues(on.measure.id, "point")
    cued = (e for e in on.ranked if e.point.id in cues and e.cued and (e.on_topic or _asked_apart(on, e, case)))
    singled = [e for e in cued if _singled(on, e, cues[e.point.id], case)]
    true = [e for e in singled if evaluate(e.point.when, case.facts) is not Truth.NO]
    if not true:
        return ()
    plain = replace(on, form=Form.OTHER)
    return tuple(told_of(plain, entry.point, *case.facets) for entry in true[:_CUED])


def _singled(on: OnMeasure, entry: Ranked, found: Found, case: Case) -> bool:
    own = entry.on_topic and case.said.text[found.start : found.end] in f"{on.measure.title}{on.measure.short}"
    undecided = on.verdict is None or on.verdict.kind is Kind.SILENT or len(case.said.asking) > 1
    return entry.cued > _CUED or (undecided and not own)


def _asked_apart(on: OnMeasure, entry: Ranked, case: Case) -> bool:
    """Whether a clause that asks singles out a point of another topic, and no point of the topic in hand."""
    cues = case.said.cues(on.measure.id, "point")
    here = [cues[e.point.id] for e in on.ranked if e.on_topic and e.point.id in cues]
    asking = case.said.asking if len(case.said.asking) > 1 else ()
    free = [stretch for stretch in asking if not any(_within(spot, stretch) for spot in here)]
    return any(_within(cues[entry.point.id], stretch) for stretch in free)


def asked_besides(on: OnMeasure, first: Statement, other: Statement, case: Case) -> bool:
    """Whether a clause of its own asks for what another point says: 工资也提高吗，会不会算进基数."""
    own, asking = spots_of(on, other, case), case.said.asking
    heard = spots_of(on, first, case)
    unheard = [stretch for stretch in asking if heard and not any(_within(words, stretch) for words in heard)]
    further = any(_within(spot, stretch) for spot in own for stretch in unheard)  # 热线号码多少，半夜能打吗
    if own and not further and all(any(_within(spot, (words.start, words.end)) for words in heard) for spot in own):
        return False  # 守群人只管去湖北的吗 asks one thing, not what they are besides
    unit = sends_to(first.text) or asks_whom(case)
    open_yet = first.silent or (first.point is None and on.form is Form.OTHER and not unit)
    if open_yet and not on.gaps:  # the first line leaves it open what was asked
        return asked_of(on, other, case) and not by_own_name(on, other, case)
    sides = [here for key, here in case.said.sides.items() if key.facet in on.facets]
    if first.silent and not asking:
        return False
    by_gap = any(gap.say == first.text for gap in on.gaps)  # 专线的号码，收不收费: it leaves the side of another clause untold
    told = spots_of(on, first, case) or [*gap_spots(on, case), *(() if by_gap else sides)]
    free = [stretch for stretch in asking if not any(_within(spot, stretch) for spot in told)]
    return not asking or any(_within(spot, stretch) for spot in own for stretch in free)


def _within(spot: Found, stretch: Stretch) -> bool:
    return stretch[0] < spot.end and spot.start < stretch[1]


def verdict_asked(case: Case) -> bool:
    """Whether a clause that asks asks how somebody stands, not one that only tells: 一线都有；会被扣掉吗."""
    sides = [here for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].verdict]
    return not case.said.asking or any(map(case.said.asks_with, sides))


def share_asked_behind(on: OnMeasure, told: Statement, case: Case) -> bool:
    """Whether somebody asks for a share of the matter, behind the words that name it: 公司送的保险，有我份吗."""
    named = max((spot.end for spot in spots_of(on, told, case)), default=0)
    sides = [here for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].verdict]
    return any(here.start >= named and asks_for_a_share(case.said.text[here.start : here.end]) for here in sides)


def asked_of(on: OnMeasure, told: Statement, case: Case) -> bool:
    """Whether the point that a statement tells is what is asked, not only spoken of before: 说有保险公司送的，也轮得到我？"""
    return not case.said.asking or any(map(case.said.asks_with, spots_of(on, told, case)))


def left_to_clause_before(on: OnMeasure, told: Statement, case: Case) -> bool:
    """Whether the one clause that asks is for yes or no and names nothing, so that it asks of what was told before, which
    singles out the point: 单子少一张，能报吗; not 说有公司送的，轮得到我吗, which asks for somebody's share.
    """
    asking = case.said.asking
    if len(asking) != 1 or not told.decides:
        return False
    begin, end = asking[0]
    parts = [spot for key, spot in case.said.parts.items() if key.measure == on.measure.id]
    said_there = any(_within(spot, (begin, end)) for spot in (*parts, *case.said.options.values()) if _tells(on, spot, case))
    named = said_there or any(begin <= one.start < end for one in case.said.people.named)
    words = case.said.text[begin:end]
    before = any(spot.end <= begin for spot in spots_of(on, told, case))
    return before and not named and puts_yes_or_no(words) and not asks_for_a_share(words)


def _tells(on: OnMeasure, spot: Found, case: Case) -> bool:
    """Whether a word tells more than the name of the matter and that yes or no is asked: not 话费, nor 免不免."""
    word = case.said.text[spot.start : spot.end]
    return not names_matter(word, on.measure, case, titles=True) and not puts_yes_or_no(word)


def by_own_name(on: OnMeasure, told: Statement, case: Case) -> bool:
    """Whether the point that a statement tells is singled out by a word of the measure's or topic's own name alone: 热线."""
    words = [case.said.text[spot.start : spot.end] for spot in spots_of(on, told, case)]
    return all(names_matter(word, on.measure, case, titles=True) for word in words)


def spots_of(on: OnMeasure, told: Statement, case: Case) -> list[Found]:
    """Where the message singles out the point that a statement tells."""
    cues = case.said.cues(on.measure.id, "point")
    singled = (e.point for e in on.ranked if e.point.id in cues) if cues else ()
    return [cues[point.id] for point in singled if point_mark(on.measure, point) == told.point]


def gap_spots(on: OnMeasure, case: Case) -> list[Found]:
    """Where the message singles out the details that are left open."""
    spoken = case.said.cues(on.measure.id, "unanswered") if on.gaps else {}
    return [here for gap in on.gaps for number, here in spoken.items() if on.measure.unanswered[int(number)] is gap]


def asks_whom(case: Case) -> bool:
    """Whether who is in charge is asked, and nothing that a verdict would answer."""
    return case.asks("contacts") and not case.asks("verdict")


def open_answer(on: OnMeasure, case: Case) -> Statement:
    """The answer to a message that asks for no side: of the point it is about, else the opening of the overview."""
    top, measure = _top(on), on.measure
    narrower = on.topic is not None and on.topic != measure.topics[0]
    of_nothing = on.form is not Form.OTHER or (not case.facets and only_tells(case.said))  # 我感染了
    of_all = of_nothing and not top.cued and measure.id not in case.before.measures
    enough = _SAYS_MUCH if of_all else _SAYS_ENOUGH
    if not measure.overview or top.own >= enough or (narrower and top.on_topic):
        return told_of(on, top.point, *_sides_of(case))
    return Statement(measure.overview[0])


def _sides_of(case: Case) -> tuple[str, ...]:
    """The sides asked, before them that of who it is where a clause asks who does it: 谁来教."""
    if not asks_who_does(asked_last(case)):
        return case.facets
    return (*(facet.id for facet in case.snapshot.knowledge.facets if facet.contacts and not facet.officer), *case.facets)


def _top(on: OnMeasure) -> Ranked:
    """The first point; one of another topic only where a phrase of its own, not a word, singles it out."""
    top = on.ranked[0]
    here = next((entry for entry in on.ranked if entry.on_topic), top)
    return top if top.cued > _CUED else here


def first_answer(measure: Measure, point: Point) -> Statement:
    """What a point says first; not that the document is silent, if it says more."""
    answers = point.answer if isinstance(point.answer, Mapping) else {}
    telling = [facet for facet, text in answers.items() if not Statement(text).silent]
    return _statement(measure, point, *telling[:1])


def brief_of(measure: Measure, point: Point) -> Statement:
    """A point in short."""
    return (
        Statement(point.brief, point_mark(measure, point), brief=True) if point.brief else first_answer(measure, point)
    )


def told_of(on: OnMeasure, point: Point, *facets: str) -> Statement:
    """A point's sentence for the form of the question: yes or no where that is asked, else on the first of the sides it has."""
    decided = point.whether_in_full if on.form is not Form.OTHER else None
    if decided is not None:
        return Statement(decided, point_mark(on.measure, point), decides=True)
    return _statement(on.measure, point, *facets)


def _statement(measure: Measure, point: Point, *facets: str) -> Statement:
    """A point's sentence on the first of the sides it has, else its first; of a point without sentences its text, cut."""
    marked = point_mark(measure, point)
    match point.answer:
        case None:
            return Statement(cut(point.text), marked)
        case str(text):
            return Statement(text, marked)
        case answers:
            side = next((facet for facet in facets if facet in answers), next(iter(answers)))
            return Statement(answers[side], marked)


def one_sentence(facet: Facet) -> bool:
    """Whether a side is answered in one sentence, with nothing to follow: not how, nor which."""
    return answered_strictly(facet) or facet.verdict


def answered_strictly(facet: Facet) -> bool:
    """Whether only a sentence on this very side answers it: a figure, a time, a document."""
    return facet.contacts or facet.amount or facet.deadline or facet.source or facet.silent is not None


def _fits(on: OnMeasure, best: Ranked, facet: Facet, case: Case) -> bool:
    """Whether the best point on a side answers it: not where another that is singled out has a figure of its own."""
    top = on.ranked[0]
    if not facet.amount or facet.silent is not None or best.cued or not top.cued:
        return True
    return not figures(told_of(on, top.point, *case.facets).text)


def _figure_told(on: OnMeasure, case: Case) -> Statement | None:
    """A figure where one was asked for: of the point that is singled out, else that the document has none."""
    told = told_of(on, on.ranked[0].point, *case.facets)
    if figures(told.text) or told.silent:
        return told
    having = [(entry, facet) for facet in case.facets for entry in on.ranked if has_side(entry.point, facet)]
    for entry, facet in having:
        elsewhere = told_of(on, entry.point, facet)
        if figures(elsewhere.text):
            return elsewhere
    return Statement(NO_AMOUNT) if case.signals("asks-for-a-figure") else None


def has_deadline(measure: Measure) -> bool:
    """Whether the document says until when."""
    return bool(measure.deadline_plain or measure.deadline)


def _deadline(measure: Measure) -> str:
    text = measure.deadline_plain or measure.deadline
    return cut(text) if text else _NO_DEADLINE


def _unit_told(on: OnMeasure, facet: Facet, case: Case) -> Statement:
    """Who is in charge: of a measure that no unit leads by its own point on whom to ask, if it has one."""
    here = (entry.point for entry in on.ranked if entry.on_topic and has_side(entry.point, facet.id))
    named = next(here, None) if on.measure.lead is None else None
    return unit_told(on, facet, case) if named is None else _statement(on.measure, named, facet.id)
