"""What the channel remembers of a person in a chat: the session, and which message of ours answers which of theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from bot.model.session import Session

_TURNS_KEPT = 12
"""Edits of older questions are answered anew instead of in place."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the messages that answer it, by Telegram's message ids."""

    question: int
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChatState:
    """One person's conversation in one chat. ``before`` is the session the last question met, for when it is edited."""

    session: Session = Session()
    before: Session | None = None
    exchanges: tuple[Exchange, ...] = ()

    def answers_to(self, question: int) -> tuple[int, ...]:
        """Our messages that answer a question; empty if it is unknown or too old."""
        return next((item.answers for item in self.exchanges if item.question == question), ())

    def met_by(self, question: int, *, edited: bool) -> Session:
        """The session a question meets. The last one, edited, meets what it met the first time."""
        last = self.exchanges[-1].question if self.exchanges else None
        return self.before if edited and question == last and self.before is not None else self.session

    def after(self, met: Session, session: Session) -> ChatState:
        """This conversation one turn later; ``answered`` adds what was sent."""
        return replace(self, session=session, before=met)

    def answered(self, question: int, answers: tuple[int, ...]) -> ChatState:
        """This conversation with what answered a question noted down."""
        others = tuple(item for item in self.exchanges if item.question != question)
        return replace(self, exchanges=(*others, Exchange(question, answers))[-_TURNS_KEPT:])


_adapter: TypeAdapter[ChatState] = TypeAdapter(ChatState)


def to_json(state: ChatState) -> str | None:
    """A state as stored; None if there is nothing to remember."""
    return None if state == ChatState() else _adapter.dump_json(state, exclude_defaults=True).decode()


def from_json(text: str) -> ChatState:
    """A stored state.

    Raises:
        pydantic.ValidationError: if the text is no state of this version.
    """
    return _adapter.validate_json(text)
