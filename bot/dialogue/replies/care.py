"""Somebody in distress: a warm line, the national lines, the documented help of the person's region."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import Comforted
from bot.dialogue.replies.plain import contact_lines, source_line
from bot.model.reply import Decision, Line, LineKind, Reply, Section

_POINTS = 3


def care_reply(found: Comforted, case: Case) -> Reply:
    """A warm answer before anything else."""
    lines = {line.id: line for line in case.snapshot.knowledge.public_lines}
    national = [f"{lines[i].number}（{lines[i].name}）" for i in found.care.lines if i in lines]
    opening = (Line(LineKind.TEXT, found.care.reply), Line(LineKind.CONTACT, "全国都能打：" + "、".join(national)))
    sections = [Section(opening)]
    asked = {quality: case.asks(quality) for quality in ("contacts", "officer", "deadline")}
    for on in found.helps:
        body = [
            Line(LineKind.TITLE, f"【{on.part.region.name}】{on.measure.title}"),
            *(Line(LineKind.TEXT, point.text) for point in on.points[:_POINTS]),
            *contact_lines(on.part, on.measure, **asked),
            source_line(on.part, on.measure),
        ]
        sections.append(Section(tuple(body), on.measure.id))
    cited = tuple(on.measure.id for on in found.helps)
    return Reply(Decision.ANSWER, tuple(sections), cited, lines_cited=found.care.lines)
