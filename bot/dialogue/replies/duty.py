"""What an officer or office is in charge of, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import wording
from bot.dialogue.findings import InCharge
from bot.dialogue.measure_labels import label_of
from bot.dialogue.replies.footer import footer, short_name
from bot.dialogue.replies.told import LONGEST_LINE, length
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option

_CITED = 3
_BUTTONS = 4


def duty_reply(found: InCharge) -> Reply:
    """The list, a line full at a time; and that no document gives an office's details, if those were asked for."""
    part = found.part
    who = f"{found.officer}{_of_which_unit(found)}负责" if found.officer else "不牵头，参与" if found.shares else "牵头"
    details = [Line(LineKind.NOTE, wording.NO_OFFICE_DETAILS)] if found.details else []
    names = [label_of(measure) for measure in found.measures]
    listed, officers = _listed(f"{who} {len(names)} 项：", names), _officers(found)
    told = (*officers, *listed) if found.who else (*listed, *officers)
    lines = (*details, *told, footer([(measure, part) for measure in found.measures]))
    cited = tuple(measure.id for measure in found.measures)
    options = tuple(Option(label_of(measure), f"measure:{measure.id}") for measure in found.measures[:_BUTTONS])
    computed = frozenset({str(measure.source.item) for measure in found.measures} | {str(len(found.measures))})
    return Reply(Decision.ANSWER, (Section(lines, cited[0]),), cited[:_CITED], options, computed=computed)


def _officers(found: InCharge) -> list[Line]:
    """Who answers for what an office leads."""
    if found.shares:
        return [Line(LineKind.TEXT, "文件没写这个单位的责任人。")] if found.who else []
    names = dict.fromkeys(measure.officer for measure in found.measures if measure.officer is not None)
    return [Line(LineKind.TEXT, f"责任人：{'、'.join(names)}。")] if names and not found.officer else []


def _of_which_unit(found: InCharge) -> str:
    """The officer's unit in brackets, where all that they are in charge of is led by one."""
    leads = {measure.lead for measure in found.measures}
    known = [found.part.contact_by_id[lead] for lead in leads if lead is not None]
    return f"（{short_name(known[0])}）" if len(leads) == len(known) == 1 else ""


def _listed(head: str, names: Sequence[str]) -> list[Line]:
    """Names behind a head, on as many lines as they need; who wants one types its name."""
    texts = [head]
    for name in names:
        end = "。" if name is names[-1] else "、"
        if length([Line(LineKind.TEXT, f"{texts[-1]}{name}{end}")]) > LONGEST_LINE:
            texts.append("")
        texts[-1] += f"{name}{end}"
    return [Line(LineKind.TEXT, text) for text in texts]
