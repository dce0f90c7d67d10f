"""Reverse look-up: a person in charge or an office named alone, answered with what they are in charge of."""

from __future__ import annotations

from bot.dialogue.answering import answer_measures
from bot.dialogue.turn import Turn
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_CITED = 3
_LITTLE = 4


def duty(turn: Turn) -> Reply | None:
    """The measures an officer or office leads, if the message is about them and nothing else."""
    for kind in ("officer", "contact"):
        ids = turn.analysis.ids(kind)
        if ids and _alone(turn, kind):
            measures = _led(turn, kind, ids)
            if measures:
                return _list(turn, measures)
    return None


def _alone(turn: Turn, kind: str) -> bool:
    spans = [m for m in turn.analysis.mentions if m.label[0] == kind]
    covered = {i for m in spans for i in range(m.start, m.end)} | {i for s, e in turn.spans for i in range(s, e)}
    rest = [ch for i, ch in enumerate(turn.analysis.text) if i not in covered and ch.isalnum() and ch not in "的是管负责哪些项目些区啥什么事有在哪"]
    return len(rest) <= (_LITTLE if kind == "officer" else 1)


def _led(turn: Turn, kind: str, ids: list[str]) -> list[Measure]:
    wanted = set(ids)
    found = []
    for part in turn.snapshot.knowledge.regions:
        if turn.region not in (None, part.region.id):
            continue
        for measure in part.measures:
            key = measure.officer if kind == "officer" else measure.lead
            if key and f"{part.region.id}/{key}" in wanted:
                found.append(measure)
    return found


def _list(turn: Turn, measures: list[Measure]) -> Reply:
    if len(measures) == 1:
        return answer_measures(turn, [measures[0].id])
    part = turn.snapshot.knowledge.region_of[measures[0].id]
    titles = [Line(LineKind.TEXT, f"· {m.title}（{part.region.document.item_label.format(item=m.source.item)}）") for m in measures]
    head = Line(LineKind.TITLE, f"【{part.region.name}】牵头的有这些项：")
    foot = Line(LineKind.SOURCE, f"出处：{part.region.document.short}，{part.region.document.year} 年；是否仍执行请向{part.region.confirm}确认")
    cited = tuple(m.id for m in measures)
    turn.update(measures=cited[:_CITED], pending=None)
    options = tuple(Option(m.title, f"measure:{m.id}") for m in measures)
    sections = (Section((head, *titles, foot), cited[0]),)
    items = frozenset(str(m.source.item) for m in measures)
    return Reply(Decision.ANSWER, sections, cited[:_CITED], options, computed=items)
