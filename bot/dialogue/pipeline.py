"""One turn: a message and a session in, a reply and a session out. Pure; today's date is an argument."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.dialogue.guard import guarded
from bot.dialogue.snapshot import Snapshot
from bot.dialogue.steps.care import care
from bot.dialogue.steps.choice import choice
from bot.dialogue.steps.duty import duty
from bot.dialogue.steps.facts import note_facts
from bot.dialogue.steps.item import item
from bot.dialogue.steps.place import place
from bot.dialogue.steps.read import read, too_long
from bot.dialogue.steps.small_talk import small_talk
from bot.dialogue.steps.topic import topic
from bot.dialogue.turn import Message, Turn, with_trace
from bot.model.reply import Reply
from bot.model.session import Session

Step = Callable[[Turn], Reply | None]

STEPS: tuple[Step, ...] = (
    read,
    care,
    too_long,
    choice,
    small_talk,
    note_facts,
    place,
    duty,
    item,
    topic,
)
"""The conversation, in order. The first step that replies ends the turn."""

_REMEMBERED_STEPS = 5


def respond(message: Message, session: Session, snapshot: Snapshot, today: date) -> tuple[Reply, Session]:
    """Answer one message. Same arguments, same result."""
    before = session.without_expired(snapshot.definitions, today)
    turn = Turn(message, before, snapshot, today, before)
    reply = next(reply for step in STEPS if (reply := step(turn)) is not None)
    reply = guarded(with_trace(reply, turn), snapshot)
    return reply, _closed(turn, before, reply)


def _closed(turn: Turn, before: Session, reply: Reply) -> Session:
    """The session after the turn: what can be chosen next, and the way back."""
    after = turn.session
    undone = before.past != () and after.past == before.past[:-1]
    if after == before and reply.options == before.options:
        return after
    past = (
        after.past
        if undone or not _worth_undoing(before)
        else (*before.past, replace(before, past=()))[-_REMEMBERED_STEPS:]
    )
    if after == Session():
        past = ()
    return replace(after, options=reply.options, past=past)


def _worth_undoing(session: Session) -> bool:
    return session != Session(past=session.past)
