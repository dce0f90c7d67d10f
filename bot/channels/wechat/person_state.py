"""What the channel remembers of a person: the session, what is left of a long reply, and the turns WeChat may post again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from bot.model.session import Session

RETRIED_FOR = 60
"""Seconds for which a turn is known by its number. WeChat asks three times, five seconds each."""

_TURNS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a long reply is still to be shown: of which turn, from which page. Its text is not kept."""

    turn: str
    page: int


@dataclass(frozen=True, slots=True)
class Context:
    """What a message meets."""

    session: Session = Session()
    rest: Rest | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A message that was answered, by WeChat's number, with the second it came and what it met."""

    number: str
    at: int
    before: Context


@dataclass(frozen=True, slots=True)
class PersonState:
    """One person's conversation."""

    now: Context = Context()
    turns: tuple[Turn, ...] = ()

    def met_by(self, number: str) -> Context | None:
        """What a message met the first time it was posted; None if it is new."""
        return next((turn.before for turn in self.turns if turn.number == number), None)

    def after(self, number: str, at: int, now: Context) -> PersonState:
        """This conversation one turn later."""
        recent = tuple(turn for turn in self.turns if at - turn.at < RETRIED_FOR)
        return replace(self, now=now, turns=(*recent, Turn(number, at, self.now))[-_TURNS_KEPT:])


_adapter: TypeAdapter[PersonState] = TypeAdapter(PersonState)


def to_json(state: PersonState) -> str:
    """A state as stored."""
    return _adapter.dump_json(state, exclude_defaults=True).decode()


def from_json(text: str) -> PersonState:
    """A stored state.

    Raises:
        pydantic.ValidationError: if the text is no state of this version.
    """
    return _adapter.validate_json(text)
