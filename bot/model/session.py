"""What is remembered of one conversation between two messages. No message text is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pydantic import TypeAdapter

from bot.model.fact import Fact

Purpose = Literal["verdict", "sum", "entitlements"]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice offered with a reply. ``action`` is a stateless ASCII id that survives restarts."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """A stated fact and the day it was stated (ISO)."""

    fact: str
    value: str | int
    on: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits for its answer: which fact, for which measures, to what end; ``again``: it was put twice."""

    fact: str
    measures: tuple[str, ...]
    purpose: Purpose
    again: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Units counted under facts of their own, as in "前20天直接接触，后10天后勤"."""

    fact: str
    units: int
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Session:
    """One person's conversation in one chat.

    ``said`` are marks of what was told since the topic opened; ``misses`` counts messages in a row that were not understood.
    """

    region: str | None = None
    elsewhere: str | None = None
    facts: tuple[Remembered, ...] = ()
    periods: tuple[Period, ...] = ()
    pending: Pending | None = None
    topics: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    said: tuple[int, ...] = ()
    misses: int = 0
    past: tuple[Session, ...] = ()

    def values(self) -> dict[str, str | int]:
        """Fact values by id."""
        return {item.fact: item.value for item in self.facts}

    def remember(
        self, stated: Mapping[str, str | int], today: date, periods: tuple[Period, ...] | None = None
    ) -> Session:
        """This session with facts stated anew, and with other periods if given."""
        others = tuple(item for item in self.facts if item.fact not in stated)
        new = tuple(Remembered(fact, value, today.isoformat()) for fact, value in stated.items())
        return replace(self, facts=(*others, *new), periods=self.periods if periods is None else periods)

    def without_expired(self, definitions: dict[str, Fact], today: date) -> Session:
        """This session without facts older than their kind is kept, or of a kind no longer known."""
        kept = tuple(
            item
            for item in self.facts
            if item.fact in definitions
            and (today - date.fromisoformat(item.on)).days < definitions[item.fact].keep_days
        )
        return self if len(kept) == len(self.facts) else replace(self, facts=kept)


_adapter: TypeAdapter[Session] = TypeAdapter(Session)


def to_json(session: Session) -> str:
    """A session as stored."""
    return _adapter.dump_json(session, exclude_defaults=True).decode()


def from_json(text: str) -> Session:
    """A stored session.

    Raises:
        pydantic.ValidationError: if the text is no session of this version.
    """
    return _adapter.validate_json(text)
