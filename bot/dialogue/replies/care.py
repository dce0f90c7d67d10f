"""Somebody in distress: the feeling in one line, a number or two, one documented help, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.case import Case
from bot.dialogue.findings import Comforted, OnMeasure
from bot.dialogue.points import asked_last
from bot.dialogue.replies.footer import footer
from bot.dialogue.replies.told import LONGEST_REPLY, length
from bot.language.answer_particles import there_is
from bot.language.asked_for_what import asks_if_there_is
from bot.language.clauses import split
from bot.language.kinship import NOBODY, SELF
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.talk import CareKind, CareReply
from bot.understanding.naming import naming

_ALOUD = 2


def care_reply(found: Comforted, case: Case) -> Reply:
    """A warm answer before anything else. Where a life is in danger no document is named."""
    again = found.kind.after.again if found.again and not found.reply.then else None
    then = [again] if again is not None else list(found.reply.then or found.kind.then)
    if again is None and not found.kind.grave and _asks_for_somebody(found.kind, case):
        then[:1] = map(there_is, then[:1])
    lines = [Line(LineKind.TEXT, said(found.reply, case)), *(Line(LineKind.CONTACT, text) for text in then)]
    sections = [Section(tuple(lines)), *_helps(found.helps, lines)]
    cited = tuple(on.measure.id for on in found.helps)
    return Reply(
        Decision.ANSWER, tuple(sections), cited, lines_cited=found.kind.lines, opening=_aloud(found.kind, lines)
    )


def _asks_for_somebody(kind: CareKind, case: Case) -> bool:
    """Whether the last clause asks if there is the very help that the number gives: 有没有地方能说说话; not 还有意思吗."""
    said = case.said
    if not said.asking or not asks_if_there_is(asked_last(case)):
        return False
    named = naming(said, case.snapshot, split(said.text, said.asking[-1:]))
    return any(c.kind == "topic" and c.id in kind.help and degree >= case.snapshot.weights.typical for c, degree in named)


def _aloud(kind: CareKind, lines: Sequence[Line]) -> Section:
    """What is said where others read it: all that a life may hang on, else a line of comfort and a number."""
    return Section(tuple(lines) if kind.grave else tuple(lines[:_ALOUD]))


def said(reply: CareReply, case: Case) -> str:
    """One of the wordings, the same for the same message."""
    return reply.say[len(case.said.text) % len(reply.say)]


def condolence(case: Case) -> str | None:
    """What is said first where a message tells for the first time of somebody what calls for it; not of anyone, nor of one supposed."""
    told = case.said
    if told.supposes or not any(one.who not in (SELF, NOBODY) for one in told.people.named):
        return None
    known, before = case.snapshot.definitions, case.before.values()
    options = (known[fact].option(option) for fact, option in told.stated.items() if before.get(fact) != option)
    return next((option.condolence for option in options if option is not None and option.condolence is not None), None)


def _helps(helps: Sequence[OnMeasure], above: Sequence[Line]) -> list[Section]:
    """What each region's document gives, under one footer; the footer alone where there is no room for all of them."""
    if not helps:
        return []
    lines = [_help(on, labelled=len(helps) > 1) for on in helps]
    foot = footer([(on.measure, on.part) for on in helps])
    fits = length([*above, *lines, foot]) <= LONGEST_REPLY
    told = [Section((line,), on.measure.id) for line, on in zip(lines[:-1], helps[:-1], strict=True)] if fits else []
    return [*told, Section((lines[-1], foot) if fits else (foot,), helps[-1].measure.id)]


def _help(on: OnMeasure, *, labelled: bool) -> Line:
    """The first thing the document says of its help."""
    point = on.points[0]
    answer = next(iter(point.answers), point.text)
    label = f"{on.part.region.name}：" if labelled else ""
    return Line(LineKind.TEXT, label + answer)
