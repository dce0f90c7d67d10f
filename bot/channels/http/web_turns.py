"""One turn: a pure function of what was asked and the token that came with it. A retry gets the same answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.channels.http import web_wording
from bot.channels.http.session_tokens import BadTokenError, SessionTokens
from bot.compiled.snapshot import Snapshot
from bot.dialogue.commands import BY_NAME
from bot.dialogue.delicate import is_delicate
from bot.dialogue.respond import Message, respond
from bot.model.reply import Line, LineKind, Reply, Section
from bot.model.session import Session

WHY = "why"


@dataclass(frozen=True, slots=True)
class Asked:
    """What came in: typed text or the action of an option, a token, and the region a conversation without one starts in."""

    text: str = ""
    action: str | None = None
    token: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What goes out: a reply, the session after it, and the token that carries it."""

    reply: Reply
    session: Session
    token: str

    @property
    def delicate(self) -> bool:
        """Whether whoever asks is in distress."""
        return is_delicate(self.reply, self.session)


def take_turn(asked: Asked, snapshot: Snapshot, tokens: SessionTokens, today: date) -> Turn:
    """Answer once.

    Raises:
        BadTokenError: if the token is not ours or has expired.
    """
    met = Session(region=asked.region) if asked.token is None else tokens.open(asked.token)
    reply, session = respond(message_of(asked), met, snapshot, today)
    if reply.command == WHY:
        reply, session = _said(reply, web_wording.WHY_IS_BELOW), met
    return Turn(reply, session, tokens.seal(session))


def take_turn_anyway(asked: Asked, snapshot: Snapshot, tokens: SessionTokens, today: date) -> Turn:
    """Answer once; somebody whose token is no good any more starts afresh, and is told so."""
    try:
        return take_turn(asked, snapshot, tokens, today)
    except BadTokenError:
        turn = take_turn(replace(asked, token=None), snapshot, tokens, today)
        note = Section((Line(LineKind.NOTE, web_wording.EXPIRED),))
        return replace(turn, reply=replace(turn.reply, sections=(note, *turn.reply.sections)))


def message_of(asked: Asked) -> Message:
    """The message as the core takes it; ``/help`` and the like are commands here as in the other channels."""
    if asked.action is not None:
        return Message(action=asked.action)
    typed = asked.text.strip()
    command = BY_NAME.get(typed[1:].lower()) if typed.startswith("/") else None
    return Message(action=command.action) if command is not None else Message(text=asked.text)


def _said(reply: Reply, text: str) -> Reply:
    return replace(reply, sections=(Section((Line(LineKind.TEXT, text),)),), options=())
