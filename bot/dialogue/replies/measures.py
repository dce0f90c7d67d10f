"""Measures in words: verdict and sum first, then what it gives, whom to ask, until when, the source."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.findings import Answered, Judgment, OnMeasure, Question
from bot.dialogue.replies.plain import VERDICT_WORDS, contact_lines, question_options, source_line
from bot.dialogue.replies.sums import computed, sum_lines
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.rules.verdict import Kind

_LINES = 10
"""Lines of a reply before its source: under twelve with a question, one screen of a phone."""

_POINTS_ASKING = 1
_POINTS_TOGETHER = 3
_DETAILS = 2


def measures_reply(found: Answered, judgment: Judgment, case: Case) -> Reply:
    """The whole answer: a section for each measure, the total, the question that is left."""
    alone = len(found.found) == 1
    sections = [_section(on, case, alone=alone) for on in found.found]
    opening = tuple(Line(LineKind.NOTE, text) for text in _opening(found, case))
    sections[0] = Section((*opening, *sections[0].lines), sections[0].measure)
    if found.whole is not None:
        sections.append(Section(tuple(Line(LineKind.SUM, text) for text in sum_lines(found.whole))))
    asked, options = _closing(found, judgment, case)
    amounts = [on.amount for on in found.found if on.amount is not None]
    sums = [*(on.worked.sum for on in found.found if on.worked is not None), *([found.whole] if found.whole else [])]
    return Reply(
        Decision.ANSWER,
        (*sections, *asked),
        tuple(on.measure.id for on in found.found),
        options,
        outcome=found.found[0].outcome if alone or found.instead else None,
        amount=(found.whole.total if found.whole else None) if found.together else next(iter(amounts), None),
        lines_cited=tuple(on.public.id for on in found.found if on.public is not None),
        computed=frozenset().union(*map(computed, sums)),
    )


def _opening(found: Answered, case: Case) -> list[str]:
    """Lines before the answer: how the message was understood, and where the answer is only near."""
    meant = dict.fromkeys(f"“{correction.meant}”" for correction in case.said.analysis.corrections)
    lines = [f"按{'、'.join(meant)}理解"] if meant else []
    if found.nearest_topic is not None:
        topic = case.snapshot.topic_by_id.get(found.nearest_topic)
        short = found.found[0].part.region.document.short
        lines.append(f"{short}没有专门写“{topic.title if topic else '这一点'}”，最接近的是：")
    return lines


def _closing(found: Answered, judgment: Judgment, case: Case) -> tuple[tuple[Section, ...], tuple[Option, ...]]:
    """What comes after the answer: which region, how many units, an open question, or what people ask next."""
    parts = list({on.part.region.id: on.part for on in found.found}.values())
    if judgment.resumes is not None:
        return (_question(f"接着刚才的：{judgment.resumes.fact.question}"),), _options(judgment.resumes, case)
    if found.asks_region:
        return (_question(wording.WHICH_REGION),), wording.region_options(parts)
    if found.closing is not None:
        return (_question(found.closing.fact.question),), _options(found.closing, case)
    first = found.found[0].question
    return (), _options(first, case) if first is not None else found.next_steps


def _question(text: str) -> Section:
    return Section((Line(LineKind.QUESTION, text),))


def _options(question: Question, case: Case) -> tuple[Option, ...]:
    return question_options(question.fact, question.verdict, case.facts)


def _section(on: OnMeasure, case: Case, *, alone: bool) -> Section:
    """The section on one measure. ``alone``: it is the whole answer, so it may say more."""
    audience = [Line(LineKind.TEXT, f"对象：{on.measure.audience}")] if case.asks("verdict") else []
    first = [
        Line(LineKind.TITLE, f"【{on.part.region.name}】{on.measure.title}"),
        *_sum_lines(on),
        *_verdict_lines(on),
        *audience,
    ]
    said = {line.text for line in first}
    first += [Line(LineKind.NOTE, text) for text in on.details[:_DETAILS] if text not in said]
    lines = first + _rest(on, case, _room(on, case, len(first), alone=alone))
    if on.question is not None:
        lines.append(Line(LineKind.QUESTION, on.question.fact.question))
    return Section(tuple(lines), on.measure.id)


def _sum_lines(on: OnMeasure) -> list[Line]:
    """The sum; where the document leaves open whether this person gets the money at all, that is said first."""
    if on.worked is None:
        return []
    lines = [Line(LineKind.SUM, text) for text in sum_lines(on.worked.sum)]
    return [Line(LineKind.NOTE, wording.IF_INCLUDED), *lines] if on.worked.open_to else lines


def _rest(on: OnMeasure, case: Case, room: int) -> list[Line]:
    """Points, whom to ask and until when (first, if that was asked), the source."""
    asked = {quality: case.asks(quality) for quality in ("contacts", "officer", "deadline")}
    contacts = contact_lines(on.part, on.measure, **asked)
    if on.public is not None:
        text = f"文件没有写电话；可打全国 {on.public.number}（{on.public.name}）：{on.public.about}。"
        contacts.append(Line(LineKind.CONTACT, text))
    points = [Line(LineKind.TEXT, "· " + point.text) for point in on.points]
    points = points[: max(room - len(contacts), min(room, _POINTS_TOGETHER))]
    source = source_line(on.part, on.measure)
    answered = {facet for point in on.measure.points for facet in point.facets}
    first = asked["contacts"] or (asked["deadline"] and answered.isdisjoint(case.facets))
    return [*contacts, *points, source] if first else [*points, *contacts, source]


def _room(on: OnMeasure, case: Case, taken: int, *, alone: bool) -> int:
    """How many points there is room for on one screen; few in the middle of an interview, which has shown them before."""
    if not alone:
        return _POINTS_TOGETHER
    if on.question is not None and case.answers:
        return _POINTS_ASKING
    return _POINTS_TOGETHER if case.brief else max(_POINTS_TOGETHER, _LINES - taken)


def _verdict_lines(on: OnMeasure) -> list[Line]:
    """The verdict with its reason."""
    verdict = on.verdict
    if verdict is None:
        return []
    lead = on.measure.lead
    confirm = f"{on.part.contact_by_id[lead].name}（牵头）" if lead else on.part.region.confirm
    word, item, reasons = VERDICT_WORDS[verdict.kind], verdict.entitlement, "".join(verdict.reasons)
    if verdict.kind is Kind.MISSING:
        text = f"还需确认（{item.title}）：要看的情况您还不清楚，请先向{confirm}问明。"
        return [] if verdict.missing else [Line(LineKind.VERDICT, text)]
    if verdict.kind is Kind.ELIGIBLE:
        lines = [Line(LineKind.VERDICT, f"{word}：{item.gives}。{reasons}")]
        return lines + ([Line(LineKind.NOTE, f"去办时：{item.bring}")] if item.bring else [])
    tail = f"请向{confirm}确认。" if verdict.kind is Kind.SILENT and "确认" not in reasons else ""
    return [Line(LineKind.VERDICT, f"{word}（{item.title}）：{reasons}{tail}")]
