"""Short ways to hold a conversation in a test."""

from __future__ import annotations

from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import Line, LineKind, Reply
from bot.model.session import Session

TODAY = date(2020, 3, 1)


class Talk:
    """One conversation: ``say`` and ``tap`` give the reply, ``session`` is what is remembered."""

    def __init__(self, snapshot: Snapshot, region: str | None = None) -> None:
        self.snapshot = snapshot
        self.session = Session(region=region)

    def say(self, text: str) -> Reply:
        """Type a message."""
        return self._turn(Message(text))

    def tap(self, action: str) -> Reply:
        """Tap a button, by its action."""
        return self._turn(Message(action=action))

    def _turn(self, message: Message) -> Reply:
        reply, self.session = respond(message, self.session, self.snapshot, TODAY)
        return reply


class Start:
    """Begins conversations. Stands for the snapshot where a failing property would print all of it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __call__(self, region: str | None = None) -> Talk:
        """A new conversation of somebody whose region is known, or not."""
        return Talk(self._snapshot, region)


def lines(reply: Reply, kind: LineKind) -> list[str]:
    """The reply's lines of one kind."""
    found: list[Line] = [line for section in reply.sections for line in section.lines if line.kind is kind]
    return [line.text for line in found]
