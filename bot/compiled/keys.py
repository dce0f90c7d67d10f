"""What the program looks things up by. Each kind is a class of its own, so that two can never be taken for each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


class Key:
    """A frozen key that sorts by its kind, then by what it holds, so that findings come in one order on every run."""

    __slots__: tuple[str, ...] = ()

    def __lt__(self, other: Any) -> bool:
        return _place(self) < _place(other)


def _place(key: Key) -> tuple[Any, ...]:
    """What a key sorts by. Snapshots and views sort thousands: its fields are read one by one, which copies nothing."""
    return (type(key).__name__, *(getattr(key, field) for field in type(key).__slots__))


@dataclass(frozen=True, slots=True)
class OptionKey(Key):
    """An option of a fact, said of somebody."""

    fact: str
    option: str


@dataclass(frozen=True, slots=True)
class SideKey(Key):
    """A facet that is asked for."""

    facet: str


@dataclass(frozen=True, slots=True)
class CareKey(Key):
    """A kind of distress."""

    care: str


PartKind = Literal["point", "amount", "entitlement", "unanswered"]


@dataclass(frozen=True, slots=True)
class PartKey(Key):
    """A part of a measure that a cue singles out; ``name`` is its id, or its place among the open details."""

    measure: str
    kind: PartKind
    name: str


@dataclass(frozen=True, slots=True)
class FactHint(Key):
    """A fact that somebody stated, or counted."""

    fact: str


@dataclass(frozen=True, slots=True)
class FigureHint(Key):
    """A figure that a document names: 300."""

    value: float


@dataclass(frozen=True, slots=True)
class NameHint(Key):
    """The name of a scheme or honour: 三个集中."""

    name: str


@dataclass(frozen=True, slots=True)
class SideHint(Key):
    """A side that few measures have a point on."""

    facet: str


Hint = FactHint | FigureHint | NameHint | SideHint

Kind = Literal["outside", "phrase", "topic"]


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """What a column of the index stands for: a covered topic, one outside the documents, or small talk."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return self.id if self.kind == "topic" else f"{self.kind}/{self.id}"
