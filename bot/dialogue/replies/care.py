"""Somebody in distress: the feeling in one line, a number or two, one documented help, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.case import Case
from bot.dialogue.findings import Comforted, OnMeasure
from bot.dialogue.replies.plain import source_line
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.talk import CareKind, CareReply

_ALOUD = 2


def care_reply(found: Comforted, case: Case) -> Reply:
    """A warm answer before anything else. Where a life is in danger no document is named."""
    lines = [Line(LineKind.TEXT, said(found.reply, case)), *(Line(LineKind.CONTACT, text) for text in found.kind.then)]
    several = len(found.helps) > 1
    sections = [Section(tuple(lines)), *(_help(on, labelled=several) for on in found.helps)]
    cited = tuple(on.measure.id for on in found.helps)
    return Reply(
        Decision.ANSWER, tuple(sections), cited, lines_cited=found.kind.lines, opening=_aloud(found.kind, lines)
    )


def _aloud(kind: CareKind, lines: Sequence[Line]) -> Section:
    """What is said where others read it: all that a life may hang on, else a line of comfort and a number."""
    return Section(tuple(lines) if kind.grave else tuple(lines[:_ALOUD]))


def said(reply: CareReply, case: Case) -> str:
    """One of the wordings, the same for the same message."""
    return reply.say[len(case.said.text) % len(reply.say)]


def _help(on: OnMeasure, *, labelled: bool) -> Section:
    """The first thing the document says of its help, and where it stands."""
    point = on.points[0]
    answer = next(iter(point.answer.values()), point.text) if isinstance(point.answer, dict) else point.answer or point.text
    label = f"{on.part.region.name}：" if labelled else ""
    return Section((Line(LineKind.TEXT, label + answer), source_line(on.part, on.measure)), on.measure.id)
