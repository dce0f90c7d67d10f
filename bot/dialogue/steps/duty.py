"""Reverse look-up: a person in charge or an office named alone, answered with what they are in charge of."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.answering import answer_measures
from bot.dialogue.turn import Turn, plain
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_CITED = 3
_IDLE = frozenset(
    "谁礼拜六日天条道上吗呢吧请问那这两公几点钟的是管负责哪些项目些区啥什么事有在哪个发一给我找直接他她多少号手机打过去联系块职务抓分干嘛情和牵头"
)
_PRIVATE = ("手机", "住址", "住哪", "微信", "身份证", "私人")
_OFFICE_DETAILS = (
    "电话",
    "地址",
    "开门",
    "上班",
    "在哪",
    "哪条",
    "几楼",
    "座机",
    "手机",
    "号码",
    "投诉",
    "邮箱",
    "办公",
)


def duty(turn: Turn) -> Reply | None:
    """What an officer or office leads, if the message is about them and nothing else."""
    if turn.analysis.ids("officer") and any(word in turn.analysis.text for word in _PRIVATE):
        return plain(Decision.DECLINE, wording.NO_OFFICE_DETAILS)
    for kind in ("officer", "contact"):
        ids = turn.analysis.ids(kind)
        details = [word for word in _OFFICE_DETAILS if word in turn.analysis.text]
        if ids and _alone(turn, kind, details):
            measures = _led(turn, kind, ids)
            if measures:
                return _list(turn, measures, asks_details=bool(details))
            if kind == "contact" and details and not _is_channel(turn, ids):
                return plain(Decision.DECLINE, wording.NO_OFFICE_DETAILS)
    return None


def _alone(turn: Turn, kind: str, details: list[str]) -> bool:
    """Whether nothing is said besides the name, what is asked of it, and idle words."""
    text = turn.analysis.text
    said = {i for m in turn.analysis.mentions if m.label[0] in (kind, "place") for i in range(m.start, m.end)}
    said |= {i for start, end in turn.spans for i in range(start, end)}
    for word in details:
        said |= set(range(text.index(word), text.index(word) + len(word)))
    return not any(i not in said and ch.isalnum() and ch not in _IDLE for i, ch in enumerate(text))


def _is_channel(turn: Turn, ids: list[str]) -> bool:
    """Whether a contact is one people are meant to use: what a measure says of it is the answer."""
    channels = {
        f"{part.region.id}/{channel}"
        for part in turn.snapshot.knowledge.regions
        for measure in part.measures
        for channel in measure.channels
    }
    return not channels.isdisjoint(ids)


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


def _list(turn: Turn, measures: list[Measure], *, asks_details: bool) -> Reply:
    if len(measures) == 1 and not asks_details:
        return answer_measures(turn, [measures[0].id])
    part = turn.snapshot.knowledge.region_of[measures[0].id]
    titles = [
        Line(LineKind.TEXT, f"· {m.title}（{part.region.document.item_label.format(item=m.source.item)}）")
        for m in measures
    ]
    officer = next(iter(turn.analysis.ids("officer")), "").rpartition("/")[2]
    who = f"{officer}是这些项的责任人：" if officer else "牵头的有这些项："
    head = Line(LineKind.TITLE, f"【{part.region.name}】{who}")
    details = [Line(LineKind.NOTE, wording.NO_OFFICE_DETAILS)] if asks_details else []
    foot = Line(
        LineKind.SOURCE,
        f"出处：{part.region.document.short}，{part.region.document.year} 年；是否仍执行请向{part.region.confirm}确认",
    )
    cited = tuple(m.id for m in measures)
    turn.update(measures=cited[:_CITED], pending=None)
    options = tuple(Option(m.title, f"measure:{m.id}") for m in measures)
    sections = (Section((*details, head, *titles, foot), cited[0]),)
    items = frozenset(str(m.source.item) for m in measures)
    return Reply(Decision.ANSWER, sections, cited[:_CITED], options, computed=items)
