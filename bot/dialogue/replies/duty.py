"""What an officer or office is in charge of, in words."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.findings import InCharge
from bot.dialogue.replies.plain import item_name
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_CITED = 3


def duty_reply(found: InCharge) -> Reply:
    """The list, and that no document gives an office's details, if those were asked for."""
    part, document = found.part, found.part.region.document
    units = part.contact_by_id
    names = [f"，{units[m.lead].name}牵头" if found.officer and m.lead else "" for m in found.measures]
    titles = [
        Line(LineKind.TEXT, f"· {m.title}（{item_name(part, m)}{led}）") for m, led in zip(found.measures, names, strict=True)
    ]
    who = f"{found.officer}是这些项的责任人：" if found.officer else "牵头的有这些项："
    details = [Line(LineKind.NOTE, wording.NO_OFFICE_DETAILS)] if found.details else []
    foot = f"出处：{document.short}，{document.year} 年；是否仍执行请向{part.region.confirm}确认"
    lines = (*details, Line(LineKind.TITLE, f"【{part.region.name}】{who}"), *titles, Line(LineKind.SOURCE, foot))
    cited = tuple(measure.id for measure in found.measures)
    options = tuple(Option(measure.title, f"measure:{measure.id}") for measure in found.measures)
    items = frozenset(str(measure.source.item) for measure in found.measures)
    return Reply(Decision.ANSWER, (Section(lines, cited[0]),), cited[:_CITED], options, computed=items)
