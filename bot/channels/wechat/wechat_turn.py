"""One turn of the channel: what a person wants, and what they get. Pure; the core does the thinking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.channels.wechat import wechat_notices as notices
from bot.channels.wechat.posted import Command, Followed, Said, Sent, Wish
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from bot.dialogue.commands import BY_NAME
from bot.dialogue.respond import Message, respond
from bot.model.reply import Line, LineKind, Reply, Section, Trace
from bot.model.session import Option, Session
from bot.understanding.actions import intent_of
from bot.understanding.intents import Gone

WHY, FORGET = "why", "forget"
_START = "start"


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a turn has to go by besides the wish; ``trace`` is the last answer's."""

    session: Session
    snapshot: Snapshot
    today: date
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person gets. ``numbered``: a number sent next chooses an option; ``reply`` is the core's, if asked."""

    sections: tuple[Section, ...]
    session: Session
    options: tuple[Option, ...] = ()
    numbered: bool = True
    reply: Reply | None = None

    @property
    def forgets(self) -> bool:
        """Whether everything of the person is to go."""
        return self.reply is not None and self.reply.command == FORGET


def converse(wish: Wish, meeting: Meeting) -> Answer:
    """Answer one wish that waits for an answer."""
    match wish:
        case Said(text, action):
            return _ask(meeting, _message(text, action, meeting.snapshot))
        case Command(name, argument):
            return _command(meeting, name, argument)
        case Sent(kind):
            return _sent(meeting, kind)
        case _:
            return _welcome(meeting)


def expects_answer(wish: Wish) -> bool:
    """Whether a wish is to be answered in words."""
    return isinstance(wish, Said | Command | Sent | Followed)


def _message(text: str, action: str | None, snapshot: Snapshot) -> Message:
    """A tapped link counts by its action if that leads anywhere, else by the words it sent."""
    known = action is not None and not isinstance(intent_of(action, snapshot), Gone)
    return Message(action=action) if known else Message(text)


def _command(meeting: Meeting, name: str, argument: str) -> Answer:
    if argument:
        return _ask(meeting, Message(argument))
    if name == _START:
        return _welcome(meeting)
    if name in BY_NAME:
        return _ask(meeting, Message(action=BY_NAME[name].action))
    return _plainly(meeting, notices.UNKNOWN_COMMAND)


def _sent(meeting: Meeting, kind: str) -> Answer:
    """A friendly line. Who sends where they are is offered the regions there are."""
    line = notices.SENT.get(kind, notices.SENT_OTHERWISE)
    return _asking_where(meeting, [line]) if kind == "location" else _plainly(meeting, line)


def _welcome(meeting: Meeting) -> Answer:
    """What it answers and how, then the one thing it needs to know."""
    texts = core.help_text(meeting.snapshot.in_sight)
    greeting = _section(LineKind.TEXT, [f"{notices.HELLO}{texts[0]}", *texts[1:]])
    asking = _asking_where(meeting, [core.WHICH_REGION])
    return replace(asking, sections=(greeting, _section(LineKind.NOTE, [notices.CAREFUL]), *asking.sections))


def _asking_where(meeting: Meeting, lines: Sequence[str]) -> Answer:
    regions = core.region_options(list(meeting.snapshot.knowledge.regions))
    session = replace(meeting.session, options=regions)
    return Answer((_section(LineKind.QUESTION, lines),), session, regions)


def _ask(meeting: Meeting, message: Message) -> Answer:
    reply, session = respond(message, meeting.session, meeting.snapshot, meeting.today)
    if reply.command == WHY:
        return _why(meeting)
    numbered = not _waits_for_number(session, meeting.snapshot)
    return Answer(reply.sections, session, reply.options, numbered, reply)


def _why(meeting: Meeting) -> Answer:
    """How the last answer came about; asked in between, it changes nothing."""
    if meeting.trace is None or not meeting.trace.plain:
        return _plainly(meeting, core.NO_ANSWER_YET)
    lines = (_section(LineKind.TITLE, [notices.WHY_TITLE]), _section(LineKind.TEXT, meeting.trace.plain))
    return Answer(lines, meeting.session)


def _waits_for_number(session: Session, snapshot: Snapshot) -> bool:
    """Whether a number sent next is the answer to a question, and so cannot choose an option."""
    pending = session.pending
    return pending is not None and snapshot.definitions[pending.fact].kind == "number"


def _plainly(meeting: Meeting, text: str) -> Answer:
    return Answer((_section(LineKind.TEXT, [text]),), meeting.session)


def _section(kind: LineKind, texts: Sequence[str]) -> Section:
    return Section(tuple(Line(kind, text) for text in texts))
