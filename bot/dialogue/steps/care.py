"""Somebody in distress is answered before anything else."""

from __future__ import annotations

from bot.dialogue.asking import ASKS
from bot.dialogue.compose import contact_lines, source_line
from bot.dialogue.turn import Turn
from bot.dialogue.understanding import SURE, read_topics
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.talk import Care

_POINTS = 3


def care(turn: Turn) -> Reply | None:
    """A warm answer with the documented help of the person's region and the national lines."""
    found = turn.snapshot.care.find(turn.where, turn.analysis.text)
    harmless = [mention for mention in turn.analysis.mentions if mention.label[0] == "harmless"]
    real = [
        name
        for name, here in found.items()
        if not any(
            mention.start <= here.start < mention.end or mention.start < here.end <= mention.end for mention in harmless
        )
    ]
    if not real:
        return None
    kind = next(entry for entry in turn.snapshot.knowledge.care if entry.id in real)
    if kind.gentle and _asks_something_else(turn, kind):
        turn.opening = kind.reply
        return None
    turn.note(f"关怀：{kind.id}")
    return _comfort(turn, kind)


def _asks_something_else(turn: Turn, kind: Care) -> bool:
    """Whether the message is clearly about another matter, or asks for a side of this one, with a sigh in it."""
    reading = read_topics(turn)
    asks = kind.opens and (bool(turn.facets) or ASKS.search(turn.analysis.text) is not None)
    return reading.margin >= SURE and (asks or reading.covered[0].topic not in kind.topics)


def _comfort(turn: Turn, kind: Care) -> Reply:
    knowledge = turn.snapshot.knowledge
    lines = {line.id: line for line in knowledge.public_lines}
    national = [f"{lines[i].number}（{lines[i].name}）" for i in kind.lines if i in lines]
    opening = Section((Line(LineKind.TEXT, kind.reply), Line(LineKind.CONTACT, "全国都能打：" + "、".join(national))))
    sections, cited = [opening], []
    regions = [part.region.id for part in knowledge.regions if turn.region in (None, part.region.id)]
    for region in regions:
        measure = next((m[0] for topic in kind.topics if (m := turn.snapshot.answers.get((topic, region)))), None)
        if measure is not None:
            part = knowledge.region_of[measure.id]
            body = [
                Line(LineKind.TITLE, f"【{part.region.name}】{measure.title}"),
                *(Line(LineKind.TEXT, point.text) for point in measure.points[:_POINTS]),
            ]
            sections.append(Section((*body, *contact_lines(turn, measure), source_line(part, measure)), measure.id))
            cited.append(measure.id)
    turn.update(pending=None, topics=kind.topics, measures=tuple(cited))
    return Reply(Decision.ANSWER, tuple(sections), tuple(cited), lines_cited=kind.lines)
