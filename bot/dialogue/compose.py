"""Put a measure into words: verdict and sum first, then what it gives, whom to ask, until when, the source."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.judging import VERDICT_WORDS, question_for, question_options, verdict_on
from bot.dialogue.points import ordered_points
from bot.dialogue.sums import figures_of, sum_lines, sum_of
from bot.dialogue.turn import Turn, cued
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.model.region import PublicLine
from bot.model.reply import Line, LineKind, Section
from bot.model.session import Option, Pending
from bot.model.talk import Facet
from bot.rules.verdict import Kind, Verdict, explain

_LINES = 10
"""Lines of a reply before its source: under twelve with a question, one screen of a phone."""

_POINTS_ASKING = 1
_POINTS_TOGETHER = 3
_DETAILS = 2


@dataclass(slots=True)
class Composed:
    """A measure's section, and what the reply has to report about it."""

    section: Section
    outcome: str | None = None
    amount: int | None = None
    computed: frozenset[str] = frozenset()
    pending: Pending | None = None
    options: tuple[Option, ...] = ()
    lines_cited: tuple[str, ...] = ()


def compose(
    turn: Turn, measure: Measure, topic: str | None, *, alone: bool, decided: Verdict | None = None
) -> Composed:
    """The section on one measure. ``alone``: it is the whole answer, so it may say and ask more.

    ``decided`` is a verdict already reached, to be told whatever was asked.
    """
    verdict = decided or verdict_on(turn, measure, topic)
    details = _open_details(turn, measure)
    if verdict is not None and verdict.kind is Kind.ELIGIBLE and details:  # 符合 would promise the detail that is open
        verdict = None
    sums = sum_of(turn, measure)
    question = question_for(turn, measure, verdict, sums) if alone else None
    first = [
        _title(turn, measure),
        *(sum_lines(turn, measure, *sums) if sums else ()),
        *(_verdict_lines(turn, measure, verdict) if verdict else ()),
        *([Line(LineKind.TEXT, f"对象：{measure.audience}")] if turn.asks("verdict") else ()),
    ]
    said = {line.text for line in first}
    first += [Line(LineKind.NOTE, text) for text in details[:_DETAILS] if text not in said]
    public = _public_line(turn, measure) if alone else None
    room = _room(turn, len(first), alone, question is not None)
    lines = first + _rest(turn, measure, topic, public, room)
    if question is not None:
        lines.append(Line(LineKind.QUESTION, question[0].question))
    _note_verdict(turn, measure, verdict)
    return Composed(
        section=Section(tuple(lines), measure.id),
        outcome=_outcome(verdict),
        amount=sums[1].total if sums else None,
        computed=figures_of(turn, sums[1]) if sums else frozenset(),
        pending=question[1] if question else None,
        options=question_options(question[0], verdict, turn.facts) if question else (),
        lines_cited=(public.id,) if public else (),
    )


def _title(turn: Turn, measure: Measure) -> Line:
    return Line(LineKind.TITLE, f"【{turn.snapshot.knowledge.region_of[measure.id].region.name}】{measure.title}")


def _rest(turn: Turn, measure: Measure, topic: str | None, public: PublicLine | None, room: int) -> list[Line]:
    """Points, whom to ask and until when (first, if that was asked), the source."""
    contacts = contact_lines(turn, measure)
    if public is not None:
        text = f"文件没有写电话；可打全国 {public.number}（{public.name}）：{public.about}。"
        contacts.append(Line(LineKind.CONTACT, text))
    points = [Line(LineKind.TEXT, "· " + point.text) for point in ordered_points(turn, measure, topic)]
    points = points[: max(room - len(contacts), min(room, _POINTS_TOGETHER))]
    source = source_line(turn.snapshot.knowledge.region_of[measure.id], measure)
    answered = {facet for point in measure.points for facet in point.facets}
    asked = turn.asks("contacts") or (turn.asks("deadline") and answered.isdisjoint(turn.facets))
    return [*contacts, *points, source] if asked else [*points, *contacts, source]


def _open_details(turn: Turn, measure: Measure) -> list[str]:
    """What was asked and the document does not say."""
    cued_details = [d.say for n, d in enumerate(measure.unanswered) if cued(turn, measure, "unanswered", str(n))]
    return cued_details + [facet.silent for facet in _silent_facets(turn, measure) if facet.silent]


def _outcome(verdict: Verdict | None) -> str | None:
    """The verdict as reported: none while a fact is missing."""
    if verdict is None or (verdict.kind is Kind.MISSING and verdict.missing):
        return None
    return verdict.kind.outcome


def _note_verdict(turn: Turn, measure: Measure, verdict: Verdict | None) -> None:
    if verdict is not None:
        turn.note(f"{measure.id} {verdict.entitlement.title}：{VERDICT_WORDS[verdict.kind]}")
        for step in explain(verdict, turn.facts):
            turn.note(f"　规则 {step}")


def _room(turn: Turn, taken: int, alone: bool, asking: bool) -> int:
    """How many points there is room for on one screen; few in the middle of an interview, which has shown them before."""
    if not alone:
        return _POINTS_TOGETHER
    if asking and turn.answered_pending:
        return _POINTS_ASKING
    if turn.brief:
        return _POINTS_TOGETHER
    return max(_POINTS_TOGETHER, _LINES - taken)


def source_line(part: RegionKnowledge, measure: Measure) -> Line:
    """Document, item, year, and who decides today."""
    document = part.region.document
    item = document.item_label.format(item=measure.source.item)
    text = f"出处：{document.short}{item}，{document.year} 年；可能已失效，是否仍执行请向{part.region.confirm}确认"
    return Line(LineKind.SOURCE, text)


def contact_lines(turn: Turn, measure: Measure) -> list[Line]:
    """Whom to ask and until when, as far as the document says."""
    part = turn.snapshot.knowledge.region_of[measure.id]
    names = part.contact_by_id
    lines = []
    if measure.lead is not None:
        others = [names[unit].name for unit in measure.units if unit != measure.lead]
        text = f"找谁：{names[measure.lead].name}（牵头）" + (f"；责任单位还有{'、'.join(others)}" if others else "")
        lines.append(Line(LineKind.CONTACT, text))
        if measure.officer is not None and turn.asks("officer"):
            lines.append(Line(LineKind.CONTACT, f"责任人：{measure.officer}"))
    elif turn.asks("contacts") and part.region.document.issuer is not None:
        lines.append(Line(LineKind.CONTACT, f"文件没有写牵头单位；发布单位是{part.region.document.issuer}。"))
    if measure.deadline is not None:
        lines.append(Line(LineKind.CONTACT, f"期限：{measure.deadline}"))
    elif turn.asks("deadline"):
        lines.append(Line(LineKind.NOTE, "文件没有写期限。"))
    return lines


def _silent_facets(turn: Turn, measure: Measure) -> list[Facet]:
    """Sides asked about on which the measure has no point."""
    answered = {facet for point in measure.points for facet in point.facets}
    return [turn.snapshot.facet_by_id[facet] for facet in turn.facets if facet not in answered]


def _verdict_lines(turn: Turn, measure: Measure, verdict: Verdict) -> list[Line]:
    """The verdict with its reason."""
    part = turn.snapshot.knowledge.region_of[measure.id]
    confirm = f"{part.contact_by_id[measure.lead].name}（牵头）" if measure.lead else part.region.confirm
    word, item, reasons = VERDICT_WORDS[verdict.kind], verdict.entitlement, "".join(verdict.reasons)
    if verdict.kind is Kind.MISSING:
        text = f"还需确认（{item.title}）：要看的情况您还不清楚，请先向{confirm}问明。"
        return [] if verdict.missing else [Line(LineKind.VERDICT, text)]
    if verdict.kind is Kind.ELIGIBLE:
        lines = [Line(LineKind.VERDICT, f"{word}：{item.gives}。{reasons}")]
        return lines + ([Line(LineKind.NOTE, f"去办时：{item.bring}")] if item.bring else [])
    tail = f"请向{confirm}确认。" if verdict.kind is Kind.SILENT and "确认" not in reasons else ""
    return [Line(LineKind.VERDICT, f"{word}（{item.title}）：{reasons}{tail}")]


def _public_line(turn: Turn, measure: Measure) -> PublicLine | None:
    """The national line to add where the document gives no number.

    A measure whose channels have no number gets their line in every answer, since calling is the point of it; any other gets
    its lead unit's, if somebody asks whom to turn to.
    """
    contacts = turn.snapshot.knowledge.region_of[measure.id].contact_by_id
    asked = [measure.lead] if measure.lead is not None and turn.asks("contacts") else []
    possible = [contacts[contact] for contact in measure.channels or asked]
    if any(contact.phone is not None for contact in possible):
        return None
    wanted = next((contact.public_line for contact in possible if contact.public_line is not None), None)
    return next((line for line in turn.snapshot.knowledge.public_lines if line.id == wanted), None)
