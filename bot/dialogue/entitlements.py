"""我的待遇: what somebody has, what depends on one more fact, what is not theirs and why."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue import wording
from bot.dialogue.judging import question_options
from bot.dialogue.snapshot import OVERVIEW
from bot.dialogue.turn import Turn, plain
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option, Pending
from bot.rules.amounts import add_up, money
from bot.rules.verdict import Kind, Verdict, assess, next_question

_CITED = 3


@dataclass(slots=True)
class _Standing:
    """How a person stands with one measure."""

    measure: Measure
    verdicts: list[Verdict]

    @property
    def kind(self) -> Kind:
        kinds = {verdict.kind for verdict in self.verdicts}
        if not kinds or Kind.ELIGIBLE in kinds:
            return Kind.ELIGIBLE
        return next(kind for kind in (Kind.MISSING, Kind.SILENT, Kind.INELIGIBLE) if kind in kinds)


def entitlement_list(turn: Turn) -> Reply:
    """The list for the person's region, grouped; asks the one fact that settles most."""
    part = turn.snapshot.knowledge.region_by_id.get(turn.region or turn.session.region or "")
    if part is None:
        turn.update(topics=(OVERVIEW,))
        regions = wording.region_options(list(turn.snapshot.knowledge.regions))
        return plain(Decision.ASK, "先说您在哪里，我按当地文件列出来。", options=regions, kind=LineKind.QUESTION)
    standings = [_standing(turn, measure) for measure in part.measures]
    computed: set[str] = set()
    question, options, pending = _question(turn, standings)
    sections = [_heading(part), *_groups(turn, standings, part, computed), *question, _footing(part)]
    first = sorted(standings, key=lambda s: not s.measure.amounts)[:_CITED]
    turn.update(pending=pending, topics=(OVERVIEW,), measures=())
    return Reply(
        Decision.ANSWER,
        tuple(_with_measures(sections, standings)),
        tuple(standing.measure.id for standing in first),
        options,
        computed=frozenset([*computed, *(str(measure.source.item) for measure in part.measures)]),
    )


def _heading(part: RegionKnowledge) -> Section:
    document = part.region.document
    title = f"【{part.region.name}】您和家人的待遇（{document.short}，{document.year} 年）"
    return Section((Line(LineKind.TITLE, title),))


def _groups(turn: Turn, standings: list[_Standing], part: RegionKnowledge, computed: set[str]) -> list[Section]:
    groups = []
    for kind, heading in _HEADINGS.items():
        lines = [_line(turn, standing, part, computed) for standing in standings if standing.kind is kind]
        if lines:
            groups.append(Section((Line(LineKind.TITLE, heading), *lines)))
    return groups


def _footing(part: RegionKnowledge) -> Section:
    document = part.region.document
    text = (
        f"出处：{document.short}，{document.year} 年；可能已失效，是否仍执行请向{part.region.confirm}确认。"
        "点菜单可看每一项的全文。"
    )
    return Section((Line(LineKind.SOURCE, text),))


_HEADINGS = {
    Kind.ELIGIBLE: "可以享受：",
    Kind.MISSING: "还差一项情况：",
    Kind.SILENT: "文件没有写明，要问：",
    Kind.INELIGIBLE: "不符合：",
}


def _standing(turn: Turn, measure: Measure) -> _Standing:
    general = [item for item in measure.entitlements if not item.cues] or list(measure.entitlements)
    return _Standing(measure, [v for item in general if (v := assess(item, turn.facts)) is not None])


def _line(turn: Turn, standing: _Standing, part: RegionKnowledge, computed: set[str]) -> Line:
    measure = standing.measure
    text = f"· {measure.title}〔{part.region.document.item_label.format(item=measure.source.item)}〕"
    sums = [_sum_text(turn, measure, computed)] if standing.kind is Kind.ELIGIBLE else []
    if standing.kind is Kind.INELIGIBLE:
        text += "：" + standing.verdicts[0].reasons[0]
    elif any(sums):
        text += f"：{sums[0]}"
    if measure.lead is not None and standing.kind is not Kind.INELIGIBLE:
        text += f"（{part.contact_by_id[measure.lead].name}）"
    return Line(LineKind.TEXT, text)


def _sum_text(turn: Turn, measure: Measure, computed: set[str]) -> str | None:
    for amount in measure.amounts:
        units = turn.session.values().get(amount.counts)
        result = add_up(amount, [(units, turn.facts)]) if isinstance(units, int) else None
        if result is not None and result.total is not None:
            line = result.lines[0]
            computed |= {str(line.units), str(line.rate), str(result.total)}
            unit = turn.snapshot.definitions[amount.counts].unit
            return f"{line.units} {unit} × {line.rate} 元 = {money(result.total)}"
    return None


def _question(turn: Turn, standings: list[_Standing]) -> tuple[list[Section], tuple[Option, ...], Pending | None]:
    undecided = [v for s in standings for v in s.verdicts if v.kind is Kind.MISSING]
    fact_id = next_question(undecided, turn.snapshot.definitions, turn.facts)
    if fact_id is None:
        return [], (Option("菜单", "menu"),), None
    fact = turn.snapshot.definitions[fact_id]
    measures = tuple(s.measure.id for s in standings if any(fact_id in v.missing for v in s.verdicts))
    question = Section((Line(LineKind.QUESTION, f"再说一项就更准：{fact.question}"),))
    return [question], question_options(fact, None, turn.facts), Pending(fact_id, measures, "entitlements")


def _with_measures(sections: list[Section], standings: list[_Standing]) -> list[Section]:
    """Mark the sections with a measure of the region, so that the guard knows whose content they hold."""
    first = standings[0].measure.id if standings else None
    return [Section(section.lines, first) for section in sections]
