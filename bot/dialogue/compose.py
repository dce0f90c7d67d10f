"""Put a measure into words: verdict and sum first, then what it gives, whom to ask, until when, the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue import wording
from bot.dialogue.turn import Turn
from bot.model.fact import UNSURE, Fact
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Amount, Entitlement, Measure, Point
from bot.model.region import PublicLine
from bot.model.reply import Line, LineKind, Section
from bot.model.session import Option, Pending
from bot.model.talk import Facet
from bot.model.truth import Truth
from bot.rules.amounts import Sum, add_up, money
from bot.rules.facts import Facts, evaluate
from bot.rules.verdict import Kind, Verdict, assess, explain, next_question

_LINES = 10
"""Lines of a reply before its source: under twelve with a question, one screen of a phone."""

_POINTS_ASKING = 1
_POINTS_TOGETHER = 3
_LIKENESS = 0.15
_VERDICT_WORDS = {
    Kind.ELIGIBLE: "符合",
    Kind.INELIGIBLE: "不符合",
    Kind.SILENT: "文件没有规定",
    Kind.MISSING: "还差一项",
}


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
    part = turn.snapshot.knowledge.region_of[measure.id]
    verdict = decided or verdict_on(turn, measure, topic)
    sums = _sum(turn, measure)
    question = _question(turn, measure, verdict, sums) if alone else None
    lines = [Line(LineKind.TITLE, f"【{part.region.name}】{measure.title}")]
    computed: set[str] = set()
    if sums is not None:
        lines += _sum_lines(turn, sums[0], sums[1], computed)
    if verdict is not None and verdict.kind is not Kind.MISSING:
        lines += _verdict_lines(verdict, part)
    if turn.asks("verdict"):
        lines.append(Line(LineKind.TEXT, f"对象：{measure.audience}"))
    details = [
        detail.say
        for number, detail in enumerate(measure.unanswered)
        if _cued(turn, measure, "unanswered", str(number))
    ]
    details += [facet.silent for facet in _silent_facets(turn, measure) if facet.silent]
    said = {line.text for line in lines}
    lines += [Line(LineKind.NOTE, text) for text in details[:2] if text not in said]
    contacts = contact_lines(turn, measure)
    public = _public_line(turn, measure, part) if turn.asks("contacts") and alone else None
    if public is not None:
        text = f"文件没有写电话；可打全国 {public.number}（{public.name}）：{public.about}。"
        contacts.append(Line(LineKind.CONTACT, text))
    points = [Line(LineKind.TEXT, "· " + point.text) for point in _points(turn, measure, topic)]
    points = points[: _room(turn, len(lines) + len(contacts), alone, question is not None)]
    lines += contacts + points if turn.asks("contacts") or turn.asks("deadline") else points + contacts
    lines.append(source_line(part, measure))
    options: tuple[Option, ...] = ()
    pending = None
    if question is not None:
        lines.append(Line(LineKind.QUESTION, question[0].question))
        options = question_options(question[0], verdict, turn.facts)
        pending = question[1]
    total = sums[1].total if sums is not None else None
    outcome = None
    if verdict is not None:
        open_detail = verdict.kind is Kind.ELIGIBLE and details
        outcome = None if verdict.kind is Kind.MISSING or open_detail else verdict.kind.outcome
        turn.note(f"{measure.id} {verdict.entitlement.title}：{_VERDICT_WORDS[verdict.kind]}")
        for step in explain(verdict, turn.facts):
            turn.note(f"　规则 {step}")
    return Composed(
        section=Section(tuple(lines), measure.id),
        outcome=outcome,
        amount=total,
        computed=frozenset(computed),
        pending=pending,
        options=options,
        lines_cited=(public.id,) if public is not None else (),
    )


def _room(turn: Turn, taken: int, alone: bool, asking: bool) -> int:
    """How many points there is room for on one screen; few in the middle of an interview, which has shown them before."""
    if not alone:
        return _POINTS_TOGETHER
    if asking and turn.answered_pending:
        return _POINTS_ASKING
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


def question_options(fact: Fact, verdict: Verdict | None, facts: Facts) -> tuple[Option, ...]:
    """Buttons for a fact, each saying where it leads if that settles the verdict; always with 不清楚."""
    options = [
        Option(_leads_to(option.label, fact.id, option.id, verdict, facts), f"fact:{fact.id}:{option.id}")
        for option in fact.options
    ]
    return (*options, Option(wording.UNSURE_LABEL, f"fact:{fact.id}:{UNSURE}"))


def _leads_to(label: str, fact: str, option: str, verdict: Verdict | None, facts: Facts) -> str:
    if verdict is None or fact not in verdict.missing:
        return label
    after = assess(verdict.entitlement, facts.with_value(fact, option))
    if after is None or after.kind not in (Kind.ELIGIBLE, Kind.INELIGIBLE):
        return label
    return f"{label} → {_VERDICT_WORDS[after.kind]}"


def _cued(turn: Turn, measure: Measure, kind: str, name: str) -> bool:
    return f"{measure.id}/{kind}/{name}" in turn.cues


def _silent_facets(turn: Turn, measure: Measure) -> list[Facet]:
    """Sides asked about on which the measure has no point."""
    answered = {facet for point in measure.points for facet in point.facets}
    return [turn.snapshot.facet_by_id[facet] for facet in turn.facets if facet not in answered]


def _points(turn: Turn, measure: Measure, topic: str | None) -> list[Point]:
    """The points a question is about first, the rest in the author's order; those of other cases than the known one out."""
    truths = [evaluate(point.when, turn.facts) for point in measure.points]
    settled = any(p.when is not None and truth is Truth.YES for p, truth in zip(measure.points, truths, strict=True))
    points = [p for p, truth in zip(measure.points, truths, strict=True) if not (settled and truth is Truth.NO)]
    scored = sorted(
        ((_fit(turn, measure, point, topic), -place, point) for place, point in enumerate(points)),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    return [point for _, _, point in scored]


def _fit(turn: Turn, measure: Measure, point: Point, topic: str | None) -> float:
    fit = 4.0 * _cued(turn, measure, "point", point.id)
    if point.when is not None:
        fit += {Truth.YES: 3.0, Truth.NO: -3.0, Truth.UNKNOWN: 0.0}[evaluate(point.when, turn.facts)]
    if topic is not None and topic in point.topics:
        fit += 2.0
    elif point.topics:
        fit -= 2.0
    said = turn.snapshot.point_words[measure.id, point.id]
    likeness = sum(said.get(feature, 0.0) for feature in turn.features)
    return fit + 2.0 * any(facet in point.facets for facet in turn.facets) + _LIKENESS * likeness


def verdict_on(turn: Turn, measure: Measure, topic: str | None) -> Verdict | None:
    """The verdict worth telling: asked for, or decided by what this message states."""
    asked = turn.asks("verdict") or turn.answered_pending
    if not asked and not turn.stated:
        return None
    facts = turn.facts
    verdicts = [verdict for item in _at_issue(turn, measure, topic) if (verdict := assess(item, facts)) is not None]
    if not verdicts:
        return None
    before = Facts(turn.snapshot.definitions, {k: v for k, v in turn.session.values().items() if k not in turn.stated})
    told = [v for v in verdicts if asked or _decided_now(v, before)]
    order = {Kind.INELIGIBLE: 0, Kind.SILENT: 1, Kind.ELIGIBLE: 2, Kind.MISSING: 3}
    if not told:
        return None
    cued = [v for v in told if v.entitlement.cues]
    best = min(cued or told, key=lambda v: order[v.kind])
    if best.kind is Kind.ELIGIBLE and not asked:
        return None
    return best


def _decided_now(verdict: Verdict, before: Facts) -> bool:
    """Whether it is what this message states that makes a refusal or an open point of it."""
    if verdict.kind not in (Kind.INELIGIBLE, Kind.SILENT):
        return False
    earlier = assess(verdict.entitlement, before)
    return earlier is None or earlier.kind is not verdict.kind


def _at_issue(turn: Turn, measure: Measure, topic: str | None) -> list[Entitlement]:
    """Entitlements the question may be about: those its cues single out, else those of the topic that need no cue."""
    fitting = [e for e in measure.entitlements if topic is None or not e.topics or topic in e.topics]
    cued = [e for e in fitting if e.cues and _cued(turn, measure, "entitlement", e.id)]
    applicable = [e for e in cued if evaluate(e.when, turn.facts) is not Truth.NO]
    return applicable or [e for e in fitting if not e.cues]


def _verdict_lines(verdict: Verdict, part: RegionKnowledge) -> list[Line]:
    word = _VERDICT_WORDS[verdict.kind]
    if verdict.kind is Kind.ELIGIBLE:
        reasons = "".join(verdict.reasons)
        lines = [Line(LineKind.VERDICT, f"{word}：{verdict.entitlement.gives}。{reasons}")]
        if verdict.entitlement.bring:
            lines.append(Line(LineKind.NOTE, f"去办时：{verdict.entitlement.bring}"))
        return lines
    reasons = "".join(verdict.reasons)
    tail = f"请向{part.region.confirm}确认。" if verdict.kind is Kind.SILENT and "确认" not in reasons else ""
    return [Line(LineKind.VERDICT, f"{word}（{verdict.entitlement.title}）：{reasons}{tail}")]


def _sum(turn: Turn, measure: Measure) -> tuple[Amount, Sum] | None:
    """A sum, if units are known and this turn is about money."""
    about_money = turn.asks("amount") or bool(turn.quantities) or turn.answered_pending or not turn.facets
    if not about_money:
        return None
    for amount in measure.amounts:
        units = turn.session.values().get(amount.counts)
        if not isinstance(units, int):
            continue
        periods = [(p.units, _with(turn.facts, p.facts)) for p in turn.session.periods if p.fact == amount.counts]
        result = add_up(amount, periods or [(units, turn.facts)])
        if result is not None:
            return amount, result
    return None


def _with(facts: Facts, extra: Sequence[tuple[str, str]]) -> Facts:
    for fact, value in extra:
        facts = facts.with_value(fact, value)
    return facts


def _sum_lines(turn: Turn, amount: Amount, result: Sum, computed: set[str]) -> list[Line]:
    unit = turn.snapshot.definitions[amount.counts].unit
    lines = []
    for line in result.lines:
        computed |= {str(line.units), str(line.rate), str(line.total)}
        lines.append(Line(LineKind.SUM, f"{line.label}：{line.units} {unit} × {line.rate} 元 = {money(line.total)}"))
    if result.total is not None:
        computed.add(str(result.total))
        note = amount.note or ""
        head = f"{amount.title}合计 {money(result.total)}。{note}" if len(lines) > 1 else ""
        if head:
            lines.insert(0, Line(LineKind.SUM, head))
        elif note:
            lines.append(Line(LineKind.SUM, note))
    return lines


def _question(
    turn: Turn, measure: Measure, verdict: Verdict | None, sums: tuple[Amount, Sum] | None
) -> tuple[Fact, Pending] | None:
    """The one fact worth asking now: for a verdict that was asked for, or for a sum."""
    definitions = turn.snapshot.definitions
    if verdict is not None and verdict.kind is Kind.MISSING:
        fact = next_question([verdict], definitions, turn.facts)
        if fact is not None:
            return definitions[fact], Pending(fact, (measure.id,), "verdict")
    if sums is not None and sums[1].missing:
        fact = sums[1].missing[0]
        return definitions[fact], Pending(fact, (measure.id,), "sum")
    if sums is None and measure.amounts and turn.asks("amount") and _wants_sum(turn):
        amount = measure.amounts[0]
        if turn.session.values().get(amount.counts) is None:
            return definitions[amount.counts], Pending(amount.counts, (measure.id,), "sum")
    return None


def _wants_sum(turn: Turn) -> bool:
    return any(word in turn.analysis.text for word in ("算", "一共", "总共", "合计", "共多少"))


def _public_line(turn: Turn, measure: Measure, part: RegionKnowledge) -> PublicLine | None:
    """The national line that fits the lead unit, where the document gives no number."""
    if measure.channels or measure.lead is None:
        return None
    lead = part.contact_by_id[measure.lead]
    if lead.phone is not None or lead.public_line is None:
        return None
    return next((line for line in turn.snapshot.knowledge.public_lines if line.id == lead.public_line), None)
