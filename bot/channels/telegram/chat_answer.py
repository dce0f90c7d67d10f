"""One turn of the channel: what a person wants, and what they get. Pure; the core does the thinking."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from datetime import date

from bot.channels.card_content import CardContent, card_of
from bot.channels.telegram import notices
from bot.channels.telegram.chat_state import ChatState
from bot.channels.telegram.group_privacy import continued_privately, public_reply
from bot.channels.telegram.incoming import Command, Incoming, Said, Tapped, Unreadable, Welcomed
from bot.channels.telegram.keyboard import MAX_DATA_BYTES, Button, has_changed
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording as core
from bot.dialogue.commands import BY_NAME
from bot.dialogue.respond import Message, respond
from bot.model.reply import Line, LineKind, Reply, Section, Trace
from bot.model.session import Option, Session

WHY, FORGET = "why", "forget"
FORGET_OWN, KEEP = "forget-own", "keep"
"""The channel's own actions, followed by the id of whom they are for: to be forgotten, and not to be after all."""

PICTURE = "picture"
"""The channel's own action, followed by a measure and, where its card is on one, a topic: the card as a picture."""

_CARD = "card"


@dataclass(frozen=True, slots=True)
class Talk:
    """What a turn has to go by. ``other_chats`` is where else something is remembered; ``trace`` the last answer's.

    ``pictures`` says whether pictures can be made of cards.
    """

    incoming: Incoming
    state: ChatState
    snapshot: Snapshot
    today: date
    trace: Trace | None = None
    other_chats: int = 0
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person gets.

    ``turning`` are options that turn the page in place; ``links`` are (label, deep-link payload). ``replace`` says
    that the tapped message becomes this answer. ``rows`` are buttons of the channel's own, below all others. ``card`` is shown
    as a picture in place of the sections. ``reply`` is the core's, if asked. ``forget`` deletes the person.
    """

    sections: tuple[Section, ...]
    state: ChatState
    options: tuple[Option, ...] = ()
    turning: tuple[Option, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[Option, ...], ...] = ()
    card: CardContent | None = None
    replace: bool = False
    reply: Reply | None = None
    forget: bool = False


def converse(talk: Talk) -> Answer:
    """Answer one wish."""
    match talk.incoming.wish:
        case Said(text):
            return _said(talk, text)
        case Command(name, argument):
            return _command(talk, name, argument)
        case Tapped(button, _):
            return _tapped(talk, button)
        case Unreadable():
            return _plainly(talk, core.NOT_READABLE)
        case Welcomed():
            return replace(_plainly(talk, notices.WELCOME), turning=(Option("菜单", "menu"),))


def _said(talk: Talk, text: str) -> Answer:
    return _ask(talk, Message(text=text))


def _command(talk: Talk, name: str, argument: str) -> Answer:
    own = _OWN_COMMANDS.get(name)
    if own is not None:
        return own(talk, argument)
    if name in BY_NAME:
        return _ask(talk, Message(action=BY_NAME[name].action))
    return replace(_plainly(talk, notices.UNKNOWN_COMMAND), turning=(Option("菜单", "menu"),))


def is_anothers(incoming: Incoming) -> bool:
    """Whether somebody taps a button that is for one person, and not for them: in a group everybody sees it."""
    if not isinstance(incoming.wish, Tapped):
        return False
    name, _, owner = incoming.wish.button.action.partition(":")
    if name in (FORGET_OWN, KEEP):
        return owner != str(incoming.user)
    return incoming.wish.button.action == "do:forget" and not incoming.private  # as an earlier program made it


def _tapped(talk: Talk, button: Button) -> Answer:
    name, _, argument = button.action.partition(":")
    if name == KEEP:
        return replace(_plainly(talk, notices.FORGET_KEPT), replace=True)
    if name == PICTURE:
        return _picture(talk, *argument.partition(":")[::2])
    answer = _ask(talk, Message(action="do:forget" if name == FORGET_OWN else button.action))
    if has_changed(button, talk.snapshot):
        note = Section((Line(LineKind.NOTE, notices.CONTENT_CHANGED),))
        answer = replace(answer, sections=(note, *answer.sections))
    if not button.in_place:
        return answer
    return replace(answer, replace=True, turning=(*answer.turning, *_way_back(button.action, talk.snapshot)))


def _ask(talk: Talk, message: Message) -> Answer:
    """Ask the core; in a group, keep what is personal out of the answer."""
    incoming, state = talk.incoming, talk.state
    met = state.met_by(incoming.message, edited=incoming.edited) if incoming.message is not None else state.session
    reply, session = respond(message, met, talk.snapshot, talk.today)
    if reply.command == WHY:
        return _why(talk)
    after = state.after(met, session)
    if not incoming.private and reply.personal:
        return replace(_privately(talk, reply, after), forget=reply.command == FORGET)
    options = reply.options if incoming.private else public_reply(reply).options
    return Answer(
        reply.sections,
        after,
        () if reply.turns_page else options,
        reply.options if reply.turns_page else (),
        rows=_picture_row(talk, message, met, reply),
        reply=reply,
        forget=reply.command == FORGET,
    )


def _picture_row(talk: Talk, message: Message, met: Session, reply: Reply) -> tuple[tuple[Option, ...], ...]:
    """Under a card, the button that makes a picture of it: on the same topic, and good for as long as the card is."""
    is_card = reply.command == _CARD or (message.action or "").partition(":")[0] == _CARD
    measure = talk.snapshot.knowledge.measure_by_id.get(reply.measures[0]) if reply.measures else None
    if not (talk.pictures and is_card and measure is not None):
        return ()
    topic = next((topic for topic in met.topics if topic in measure.topics), None)
    action = ":".join(filter(None, (PICTURE, measure.id, topic)))
    return ((Option(notices.PICTURE, action if len(action) <= MAX_DATA_BYTES else f"{PICTURE}:{measure.id}"),),)


def _picture(talk: Talk, measure: str, topic: str) -> Answer:
    """The card as a picture, or as text where none can be made. In a group it is nobody's own."""
    own = talk.state.session if talk.incoming.private else Session()
    card = card_of(measure, own, talk.snapshot, talk.today, topic or None)
    if card is None:
        return _plainly(talk, core.OLD_BUTTON)
    return Answer(card.reply.sections, talk.state, card=card.content if talk.pictures else None)


def _privately(talk: Talk, reply: Reply, after: ChatState) -> Answer:
    """What the documents say, for all to read, and a way to go on where nobody else reads."""
    shown = continued_privately(reply, after.session, talk.snapshot, talk.today)
    if reply.opening is not None:
        links = ((notices.COMFORT_LINK, reply.measures[0] if reply.measures else "help"),)
        return Answer((*shown.sections, Section((Line(LineKind.NOTE, notices.COMFORT),))), after, links=links, reply=reply)
    payload = shown.measures[0] if shown.measures else "my"
    note = Section((Line(LineKind.NOTE, notices.PERSONAL),))
    links = ((notices.PERSONAL_LINK, payload),)
    return Answer((*shown.sections, note), after, public_reply(shown).options, links=links, reply=reply)


def _start(talk: Talk, payload: str) -> Answer:
    """The greeting, or what a deep link leads to."""
    action = _linked(payload, talk.snapshot)
    if action is not None:
        return _ask(talk, Message(action=action))
    texts = core.help_text(talk.snapshot.in_sight)
    lines = [Line(LineKind.TITLE, "您好！"), *(Line(LineKind.TEXT, text) for text in texts)]
    if payload:
        lines.insert(0, Line(LineKind.NOTE, notices.LINK_GONE))
    if talk.state.session.region is not None or not talk.incoming.private:
        return Answer((Section(tuple(lines)),), talk.state, (Option("我的待遇", "do:my"),), (Option("菜单", "menu"),))
    question = Section((Line(LineKind.QUESTION, core.WHICH_REGION),))
    regions = core.region_options(talk.snapshot.knowledge.regions)
    state = replace(talk.state, session=replace(talk.state.session, options=regions))
    return Answer((Section(tuple(lines)), question), state, regions)


def _linked(payload: str, snapshot: Snapshot) -> str | None:
    """The action a deep link stands for. Links carry public ids only, never what somebody said."""
    if payload in snapshot.knowledge.measure_by_id:
        return f"measure:{payload}"
    if payload in BY_NAME:
        return BY_NAME[payload].action
    kind, _, name = payload.partition("-")
    known: dict[str, Container[str]] = {"region": snapshot.knowledge.region_by_id, "topic": snapshot.topic_by_id}
    return f"{kind}:{name}" if name in known.get(kind, ()) else None


def _question(talk: Talk, text: str) -> Answer:
    return _said(talk, text) if text else _plainly(talk, notices.ASK_WHAT)


def _why(talk: Talk, _: str = "") -> Answer:
    """How the last answer came about. It may hold what somebody said of themselves, so not in a group."""
    if not talk.incoming.private:
        return replace(_plainly(talk, notices.PERSONAL), links=((notices.PERSONAL_LINK, "help"),))
    if talk.trace is None or not talk.trace.plain:
        return _plainly(talk, core.NO_ANSWER_YET)
    lines = (Line(LineKind.TITLE, notices.WHY_TITLE), *(Line(LineKind.TEXT, text) for text in talk.trace.plain))
    return Answer((Section(lines),), talk.state)


def _forget(talk: Talk, _: str) -> Answer:
    """What is remembered, and whether to delete it. In a group the list stays out."""
    if talk.state.session == Session() and not talk.other_chats:
        return _plainly(talk, notices.FORGET_NOTHING)
    lines = [Line(LineKind.TITLE, notices.FORGET_TITLE)]
    if talk.incoming.private:
        facts, _after = respond(Message(action="do:facts"), talk.state.session, talk.snapshot, talk.today)
        lines += [line for section in facts.sections for line in section.lines]
    if talk.other_chats:
        lines.append(Line(LineKind.NOTE, notices.other_chats(talk.other_chats)))
    owner = talk.incoming.user
    yes = Option(notices.FORGET_YES, f"{FORGET_OWN}:{owner}")
    no = Option(notices.FORGET_NO, f"{KEEP}:{owner}")
    return Answer((Section(tuple(lines)),), talk.state, (yes, no))


def _plainly(talk: Talk, text: str) -> Answer:
    return Answer((Section((Line(LineKind.TEXT, text),)),), talk.state)


def _way_back(action: str, snapshot: Snapshot) -> tuple[Option, ...]:
    """From a measure's page back to the page of the menu it was opened from."""
    kind, _, name = action.partition(":")
    measure = snapshot.knowledge.measure_by_id.get(name)
    if kind != "measure" or measure is None:
        return ()
    region = snapshot.knowledge.region_of[name].region.id
    return (Option("返回", f"menu:{region}:{measure.area}"),)


_OWN_COMMANDS: dict[str, Callable[[Talk, str], Answer]] = {
    "start": _start,
    "ask": _question,
    "why": _why,
    "forget": _forget,
}
