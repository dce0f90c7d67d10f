"""What is remembered of one conversation between two messages. No message text is in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pydantic import TypeAdapter

from bot.model.fact import Fact
from bot.model.tally import Tally

Purpose = Literal["verdict", "sum", "entitlements"]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice offered with a reply. ``action`` is a stateless ASCII id that survives restarts."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """A stated fact and the day it was stated (ISO). ``asked``: it was only asked of, of nobody in particular: 记功的能直接报吗."""

    fact: str
    value: str | int
    on: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class SaidOf:
    """A fact stated of somebody other than the medical worker spoken of; ``who`` is their role seen from the speaker."""

    who: str
    said: Remembered


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits for its answer: which fact, for which measures, to what end; ``again``: it was put twice."""

    fact: str
    measures: tuple[str, ...]
    purpose: Purpose
    again: bool = False


@dataclass(frozen=True, slots=True)
class Gentle:
    """What is remembered of distress: its kind, for how many turns more, and whether the documented help was named in these turns. No
    word of the message is kept.
    """

    kind: str
    turns: int
    helped: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One person's conversation in one chat.

    ``said`` are marks of what was told since the topic opened; ``misses`` counts messages in a row that were not understood.
    ``worker`` is the medical worker whose facts stand in ``facts``; ``asked_for`` is whom the last question was about.
    """

    region: str | None = None
    elsewhere: str | None = None
    there: str | None = None
    """A place nobody covers that the last message asked of, be it somebody else's: 他那边 is asked of it too."""

    theirs: str | None = None
    """The covered region, not the person's own, in which somebody spoken of right before works: 她们那儿 is asked of it."""

    held_in: str | None = None
    """The region that what was told to be held here is of, while the person's own is not known."""

    facts: tuple[Remembered, ...] = ()
    tally: Tally = Tally()
    counted_on: str | None = None
    pending: Pending | None = None
    topics: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    offered: bool = False
    """Whether the matter in hand was only told of, and its measure offered: no question has been asked of it yet."""

    gentle: Gentle | None = None
    staff: tuple[str, ...] = ()
    spoken_of: str | None = None
    worker: str | None = None
    others: tuple[SaidOf, ...] = ()
    asked_for: str | None = None
    listed_for: str | None = None
    """Whose list of entitlements was shown last, as an option of the fact that tells for whom it is asked; None: the worker's."""

    earlier: tuple[str, ...] = ()
    """Topics spoken of before, the one in hand among them: the first, and the last ones."""

    refused: str | None = None
    """The matter outside the documents that the last message asked about."""

    singled: tuple[str, ...] = ()
    """The entitlements that the question in hand singled out, each as ``measure/entitlement``."""

    whether: bool = False
    """Whether the question in hand was put for yes or no: what is told after it is told for the verdict."""

    options: tuple[Option, ...] = ()
    said: tuple[int, ...] = ()
    misses: int = 0
    past: tuple[Session, ...] = ()

    def values(self) -> dict[str, str | int]:
        """Fact values by id."""
        return {item.fact: item.value for item in self.facts}

    def remember(self, stated: Mapping[str, str | int], today: date, asked: Collection[str] = ()) -> Session:
        """This session with facts stated anew, those of ``asked`` being only asked of."""
        others = tuple(item for item in self.facts if item.fact not in stated)
        new = tuple(Remembered(fact, value, today.isoformat(), fact in asked) for fact, value in stated.items())
        return replace(self, facts=(*others, *new))

    def without_expired(self, definitions: dict[str, Fact], today: date) -> Session:
        """This session without facts and counts older than their kind is kept, or of a kind no longer known."""
        kept = tuple(item for item in self.facts if _holds(item, definitions, today))
        others = tuple(item for item in self.others if _holds(item.said, definitions, today))
        days = min((fact.keep_days for fact in definitions.values() if fact.kind == "number"), default=0)
        counted = self.counted_on is not None and (today - date.fromisoformat(self.counted_on)).days < days
        if (kept, others) == (self.facts, self.others) and (counted or self.counted_on is None):
            return self
        tally, on = (self.tally, self.counted_on) if counted else (Tally(), None)
        return replace(self, facts=kept, others=others, tally=tally, counted_on=on)


def _holds(item: Remembered, definitions: dict[str, Fact], today: date) -> bool:
    """Whether a remembered fact is still known and not older than its kind is kept."""
    if item.fact not in definitions:
        return False
    return (today - date.fromisoformat(item.on)).days < definitions[item.fact].keep_days


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
