"""What an officer or office is in charge of, in words."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.findings import InCharge
from bot.dialogue.measures import label_of
from bot.dialogue.replies.footer import footer
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_CITED = 3
_BUTTONS = 8


def duty_reply(found: InCharge) -> Reply:
    """The list in one line; and that no document gives an office's details, if those were asked for."""
    part = found.part
    names = "、".join(label_of(measure) for measure in found.measures)
    who = f"{found.officer}负责" if found.officer else "牵头"
    details = [Line(LineKind.NOTE, wording.NO_OFFICE_DETAILS)] if found.details else []
    body = Line(LineKind.TEXT, f"{who} {len(found.measures)} 项：{names}。")
    lines = (*details, body, footer([(measure, part) for measure in found.measures]))
    cited = tuple(measure.id for measure in found.measures)
    options = tuple(Option(label_of(measure), f"measure:{measure.id}") for measure in found.measures[:_BUTTONS])
    computed = frozenset({str(measure.source.item) for measure in found.measures} | {str(len(found.measures))})
    return Reply(Decision.ANSWER, (Section(lines, cited[0]),), cited[:_CITED], options, computed=computed)
