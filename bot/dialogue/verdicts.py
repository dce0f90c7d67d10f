"""Which verdict on a measure is worth telling, and which one fact is worth asking."""

from __future__ import annotations

from bot.compiled.hints import facts_left_open
from bot.compiled.keys import FactHint
from bot.dialogue.case import Case
from bot.dialogue.findings import Question, Worked
from bot.dialogue.points import asked_last
from bot.language.asked_for_what import asks_for_a_rate
from bot.language.asked_with import asks_if_given, asks_if_one_has_to
from bot.language.question_forms import Form, asks_yes_or_no, ends_seeking_assent, ends_with_the_rest, puts_yes_or_no
from bot.language.referring_back import left_to_before
from bot.model.condition import fact_tests
from bot.model.measure import Entitlement, Measure
from bot.model.session import Pending
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from bot.rules.verdict import Kind, Verdict, assess, hangs_on_told, next_question, refused_in_any_case
from bot.understanding.fellows import asks_the_same
from bot.understanding.said import Act
from bot.understanding.telling import asks_nothing, only_tells

_FIRST_TOLD = (Kind.INELIGIBLE, Kind.SILENT, Kind.ELIGIBLE, Kind.MISSING)


def verdict_on(case: Case, measure: Measure, topic: str | None) -> Verdict | None:
    """The verdict worth telling: asked for, or decided by what this message states."""
    asked = (case.asks("verdict") and not _puts_one_of_two(case)) or case.answers or _asks_yes_or_no(case, measure)
    asked = asked or _asks_the_same_of_another(case)
    of_somebody = _asks_of_somebody(case) or _asks_of_oneself(case, measure)
    of_a_case = _of_the_case_told(case) or _puts_a_deed(case)
    if not (asked or of_somebody or of_a_case) and (case.apart or not _is_looked_at(case, measure)):
        return None
    at_issue = _at_issue(case, measure, topic)
    verdicts = [verdict for item in at_issue if (verdict := assess(item, case.facts)) is not None]
    if any(verdict.kind is Kind.MISSING for verdict in verdicts):
        refused = refused_in_any_case(at_issue, case.facts)
        verdicts = [refused] if refused is not None else verdicts
    if not verdicts:
        return None
    values = case.memory.values().items()
    before = Facts(case.snapshot.definitions, {k: v for k, v in values if k not in case.said.stated})
    told = [
        verdict
        for verdict in verdicts
        if asked
        or _decided_now(verdict, before)
        or (verdict.kind is Kind.INELIGIBLE and of_somebody)
        or (verdict.kind is Kind.SILENT and _was_left_open(case, measure) and silent_by_what_was_told(case, verdict))
        or (verdict.kind is Kind.MISSING and (_case_told_for_yes_or_no(case) or _puts_a_deed(case)))
        or (verdict.kind is Kind.ELIGIBLE and _by_what_was_told(case, verdict))
        or (verdict.kind is Kind.MISSING and _part_of_it_told(case, verdict))
    ]
    if not told:
        return None
    singled = [verdict for verdict in told if verdict.entitlement.cues]
    best = min(singled or told, key=lambda verdict: _FIRST_TOLD.index(verdict.kind))
    if best.kind is Kind.MISSING and not (of_somebody or _names_somebody(case)) and _asks_for_whom(case):
        return None  # 这项是给哪些人的: of whom it is written, not how the asker stands
    if best.kind is Kind.ELIGIBLE and (not (asked or _by_what_was_told(case, best)) or _asks_for_whom(case)):
        return None
    return best


def _is_looked_at(case: Case, measure: Measure) -> bool:
    """Whether the measure looks at something that is known, or leaves it open."""
    pointers = case.snapshot.pointers_of[measure.id].keys()
    known = {**case.memory.values(), **case.said.stated}
    return not pointers.isdisjoint(map(FactHint, known)) or _told_is_open(case, measure) or _was_left_open(case, measure)


def open_to(case: Case, measure: Measure, topic: str | None) -> bool:
    """Whether how the person stands with the measure still hangs on a fact that nobody told."""
    verdicts = (assess(item, case.facts) for item in _at_issue(case, measure, topic))
    return any(verdict is not None and verdict.kind is Kind.MISSING for verdict in verdicts)


def whether_asked(case: Case) -> bool:
    """Whether the message puts yes or no, or says what is to be confirmed: 算咱家吧."""
    return Form.WHETHER in case.said.forms or ends_seeking_assent(case.said.text)


def _told_is_open(case: Case, measure: Measure) -> bool:
    """Whether a message says who is meant, asks how much, and the measure leaves open whether they are (食堂做饭的一天多少), or tells a
    fact that it leaves open for some, and asks for yes or no or the same as before: 派遣的也得歇吗.
    """
    tests = (test for item in measure.entitlements for silence in item.silent for test in fact_tests(silence.when))
    figure = any(facet.asks_sum for facet in map(case.snapshot.facet_by_id.__getitem__, case.facets))
    if figure and any(case.said.stated.get(test.fact) in test.options for test in tests):
        return True
    if not case.said.stated:  # as with most messages: the rest need not be looked at
        return False
    sides = map(case.snapshot.facet_by_id.__getitem__, case.facets)
    same = (whether_asked(case) and all(side.verdict for side in sides)) or not case.said.asks or left_to_before(case.said.text)
    return same and not facts_left_open(measure).isdisjoint(case.said.stated)


def _was_left_open(case: Case, measure: Measure) -> bool:
    """Whether the measure is asked of, and no part of it, by one who told before what it leaves open: 我是保洁 — 保险给办吗; whether by
    yes or no, or, where it was not in hand, by its name alone or by how much: 补助呢, 补助一天多少.
    """
    told = case.before.values()
    if not told or case.apart or facts_left_open(measure).isdisjoint(told):
        return False
    sides = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    names = "".join(case.snapshot.topic_by_id[topic].title for topic in measure.topics) + measure.title
    cues = case.said.cues(measure.id, "point").values()
    singled = any(case.said.text[here.start : here.end] not in names for here in cues)
    yes_or_no = whether_asked(case) and all(side.verdict for side in sides)
    newly = measure.id not in case.before.measures
    figure = newly and bool(sides) and all(side.asks_sum for side in sides)
    bare = newly and not sides and ends_with_the_rest(case.said.text)
    return figure or ((yes_or_no or bare) and not singled)


def _by_what_was_told(case: Case, verdict: Verdict) -> bool:
    """Whether it is by facts somebody told that it holds, and no other side is asked: 我在襄阳支援，话费爆了."""
    own = case.said.asks or case.said.facets  # else the sides are those of an earlier message
    sides = [case.snapshot.facet_by_id[facet] for facet in case.facets] if own else []
    if not all(side.verdict for side in sides) or not (whether_asked(case) or not case.said.asks):
        return False
    somebody = case.before.facts or case.said.people.named  # 去湖北那帮人是不是多一倍 tells of nobody
    return bool(somebody) and hangs_on_told(verdict, case.facts)


def _part_of_it_told(case: Case, verdict: Verdict) -> bool:
    """Whether a message only tells part of the fact that is still open: 我们的户口在外区, where the grandparents' counts too."""
    known = case.snapshot.definitions
    implying = (o.implied_by for fact in verdict.missing for o in known[fact].options if o.implied_by is not None)
    parts = {test.fact for condition in implying for test in fact_tests(condition)}
    return asks_nothing(case.said) and not parts.isdisjoint(case.said.stated)


def silent_by_what_was_told(case: Case, verdict: Verdict) -> bool:
    """Whether the document is silent by a fact that was told, and not whoever asks."""
    unknown = assess(verdict.entitlement, Facts(case.snapshot.definitions, {}))
    return unknown is None or unknown.reasons[:1] != verdict.reasons[:1]


def _names_somebody(case: Case) -> bool:
    """Whether a clause that asks names a relative, not as whose they are is asked: 什么人的|子女."""
    asked = [here.end for key, here in case.said.sides.items() if case.snapshot.facet_by_id[key.facet].verdict]
    named = (one.start for one in case.said.people.named if one.start not in asked)
    return any(begin <= start < end for start in named for begin, end in case.said.asking)


def _asks_for_whom(case: Case) -> bool:
    """Whether the question is who gets something, not whether the asker does: 哪些人能领."""
    return not case.answers and case.signals("asks-for-whom") and not asks_yes_or_no(case.said.text)


def _asks_yes_or_no(case: Case, measure: Measure) -> bool:
    """Whether a question for yes or no singles out one of the measure's entitlements: 补助翻倍吗."""
    cues = case.said.cues(measure.id, "entitlement")
    return any(item.id in cues for item in measure.entitlements) and asks_yes_or_no(case.said.text)


def told_for_yes_or_no(case: Case) -> bool:
    """Whether yes or no was asked before, and a message only tells what may decide it: 话费免不免 — 我去了武汉.

    A region, what is presumed anyway and whose matter it is decide nothing: 忘了说，我们是佛山的医院.
    """
    said, known = case.said, case.snapshot.definitions
    stated = [fact for fact, option in said.stated.items() if known[fact].relation is None and known[fact].presumed != option]
    told = bool(stated or said.apart)
    other_side = any(not case.snapshot.facet_by_id[facet].verdict for facet in case.facets)
    return case.before.whether and told and asks_nothing(said) and not other_side


def _asks_the_same_of_another(case: Case) -> bool:
    """Whether yes or no was asked before, and nothing is asked but that it is of somebody else: 她的话费免不免 — 那我爸的呢，他也去了."""
    said = case.said
    asking = [said.text[clause.start : clause.end] for clause in said.clauses if clause.act is Act.ASKS]
    same = bool(asking) and all(map(ends_with_the_rest, asking)) and not said.facets
    return case.before.whether and same and said.people.asked_for is not None and not case.apart


def _puts_one_of_two(case: Case) -> bool:
    """Whether one of two is asked, and whether somebody gets it was asked before alone: 能报吗 — 我报还是单位报."""
    own = any(case.snapshot.facet_by_id[facet].verdict for facet in case.said.facets)
    return case.said.forms == (Form.EITHER,) and not own


def _of_the_case_told(case: Case) -> bool:
    """Whether a figure, or nothing but yes or no, is asked with a fact told: 我是保洁，一天多少; not whether it is taxed."""
    sides = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    figure = any(side.asks_sum for side in sides)
    return bool(case.said.stated) and (figure or (whether_asked(case) and not sides))


def _case_told_for_yes_or_no(case: Case) -> bool:
    """Whether nothing but yes or no is asked with a fact told that says which case it is: 小学那个也管吗."""
    return bool(case.said.stated) and whether_asked(case) and not case.facets


def _puts_a_deed(case: Case) -> bool:
    """Whether nothing but whether something is given is asked, by the deed itself, or has to be paid: 三餐包不包, 手机费要交吗."""
    question = asked_last(case)
    return not case.apart and not case.facets and (asks_if_given(question) or asks_if_one_has_to(question))


def _asks_of_somebody(case: Case) -> bool:
    """Whether yes or no is asked of somebody named, or the same as before: a refusal answers that, whatever words it is asked in."""
    clauses = (case.said.text[clause.start : clause.end] for clause in case.said.clauses)
    same = ends_with_the_rest(case.said.text) and bool(case.before.measures)
    return not case.apart and case.said.people.asked_for is not None and (same or any(map(puts_yes_or_no, clauses)))


def _asks_of_oneself(case: Case, measure: Measure) -> bool:
    """Whether what facts told before refuse is asked for yes or no, or by its name alone: 我没去湖北 — 工资提高吗, 话费呢."""
    pointers = case.snapshot.pointers_of[measure.id].keys()
    told = any(FactHint(fact) in pointers for fact in case.memory.values())
    likewise = asks_yes_or_no(case.said.text) and case.signals("likewise")
    yes_or_no = likewise or (whether_asked(case) and not case.facets and not case.said.people.named)
    bare = ends_with_the_rest(case.said.text) and not case.said.facets and not case.said.people.named
    return told and not case.apart and (yes_or_no or bare)


def _decided_now(verdict: Verdict, before: Facts) -> bool:
    """Whether it is what this message states that makes a refusal or an open point of it."""
    if verdict.kind not in (Kind.INELIGIBLE, Kind.SILENT):
        return False
    earlier = assess(verdict.entitlement, before)
    return earlier is None or earlier.kind is not verdict.kind or earlier.reasons[:1] != verdict.reasons[:1]


def _is_case(case: Case, item: Entitlement) -> bool:
    """Whether the facts say that this very case is the person's, whatever the topic was."""
    return item.when is not None and evaluate(item.when, case.facts) is Truth.YES


def _at_issue(case: Case, measure: Measure, topic: str | None) -> list[Entitlement]:
    """Entitlements the question may be about: those its cues single out, else those of the topic that need no cue."""
    fitting = [
        e for e in measure.entitlements if topic is None or not e.topics or topic in e.topics or _is_case(case, e)
    ]
    cues = case.said.cues(measure.id, "entitlement")
    singled = [e for e in fitting if e.cues and e.id in cues]
    before = () if singled else case.memory.singled
    if before and (case.answers or only_tells(case.said) or asks_the_same(case.said.people, case.said.text)):
        singled = [e for e in fitting if e.cues and f"{measure.id}/{e.id}" in before]
    applicable = [e for e in singled if evaluate(e.when, case.facts) is not Truth.NO]
    return applicable or [e for e in fitting if not e.cues]


def question_for(case: Case, measure: Measure, verdict: Verdict | None, worked: Worked | None) -> Question | None:
    """The one fact worth asking now: for a verdict that was asked for, or for a sum."""
    definitions = case.snapshot.definitions
    if verdict is not None and verdict.kind is Kind.MISSING:
        fact = next_question([verdict], definitions, case.facts)
        if fact is not None:
            return Question(definitions[fact], Pending(fact, (measure.id,), "verdict"), verdict)
    if worked is not None and worked.sum.missing:
        fact = worked.sum.missing[0]
        return Question(definitions[fact], Pending(fact, (measure.id,), "sum"), verdict)
    closed = verdict is not None and verdict.kind in (Kind.INELIGIBLE, Kind.SILENT)
    summed = case.signals("sum") and not asks_for_a_rate(case.said.text)
    figure = any(facet.asks_sum for facet in map(case.snapshot.facet_by_id.__getitem__, case.facets))
    if worked is None and not closed and measure.amounts and figure and summed:
        counts = measure.amounts[0].counts
        if case.counted(counts) is None:
            return Question(definitions[counts], Pending(counts, (measure.id,), "sum"), verdict)
    return None
