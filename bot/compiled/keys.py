"""What the program looks things up by. Each kind is told from all others by its last field, so that two can never be taken for each other.

They are tuples: a message looks hundreds of them up, and tuples are hashed, compared and sorted without a line of Python. Keys of
one kind sort by what they hold.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class OptionKey(NamedTuple):
    """An option of a fact, said of somebody."""

    fact: str
    option: str
    of: Literal["option"] = "option"


class SideKey(NamedTuple):
    """A facet that is asked for."""

    facet: str
    of: Literal["side"] = "side"


class CareKey(NamedTuple):
    """A kind of distress."""

    care: str
    of: Literal["care"] = "care"


PartKind = Literal["point", "amount", "entitlement", "unanswered"]


class PartKey(NamedTuple):
    """A part of a measure that a cue singles out; ``name`` is its id, or its place among the open details."""

    measure: str
    kind: PartKind
    name: str
    of: Literal["part"] = "part"


class FactHint(NamedTuple):
    """A fact that somebody stated, or counted."""

    fact: str
    of: Literal["hint-fact"] = "hint-fact"


class FigureHint(NamedTuple):
    """A figure that a document names: 300."""

    value: float
    of: Literal["hint-figure"] = "hint-figure"


class NameHint(NamedTuple):
    """The name of a scheme or honour: 三个集中."""

    name: str
    of: Literal["hint-name"] = "hint-name"


class SideHint(NamedTuple):
    """A side that few measures have a point on."""

    facet: str
    of: Literal["hint-side"] = "hint-side"


Hint = FactHint | FigureHint | NameHint | SideHint

Kind = Literal["outside", "phrase", "topic"]


class Column(NamedTuple):
    """What a column of the index stands for: a covered topic, one outside the documents, or small talk."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return self.id if self.kind == "topic" else f"{self.kind}/{self.id}"
