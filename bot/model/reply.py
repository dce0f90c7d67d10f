"""What the core answers: text in parts a channel can render, and what the machine interface reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from bot.model.session import Option


class Decision(Enum):
    """What kind of reply it is: something cited, a question back, a refusal with its reason, or small talk."""

    ANSWER = "answer"
    ASK = "ask"
    DECLINE = "decline"
    CHAT = "chat"


class LineKind(Enum):
    """What a line is, so that a channel can render it."""

    TITLE = "title"
    VERDICT = "verdict"
    SUM = "sum"
    TEXT = "text"
    CONTACT = "contact"
    SOURCE = "source"
    NOTE = "note"
    QUESTION = "question"


class Line(NamedTuple):
    """One line of a reply. A tuple, as what is made a dozen times a message: a frozen dataclass takes three times as long."""

    kind: LineKind
    text: str


class Section(NamedTuple):
    """Lines that belong together and are never split; ``measure`` is what they rest on, if anything."""

    lines: tuple[Line, ...]
    measure: str | None = None

    @property
    def text(self) -> str:
        """The lines as plain text."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Trace:
    """How a reply came about, for ``/why``: readable lines, in the order things were decided.

    ``plain`` is of that what says something to whoever asked: no scores, no ids, no rules as they are written.
    """

    lines: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. ``measures`` are the ids it rests on, most relevant first; ``computed`` are figures the program worked out.

    For channels: ``command`` is the bot's command it answers, however that was given; ``personal``: it speaks of the person
    who asks; ``opening``: what of a personal reply may be said where others read it; ``turns_page``: it is a page of a
    menu, shown in place of the one before.
    ``verdict`` is the kind of verdict told, also where it leaves the matter open. ``marks`` stand for what was said, so that it
    need not be said again; ``news`` counts the statements that were new and told more than that the document is silent.
    """

    decision: Decision
    sections: tuple[Section, ...]
    measures: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    outcome: str | None = None
    amount: int | None = None
    lines_cited: tuple[str, ...] = ()
    computed: frozenset[str] = frozenset()
    command: str | None = None
    personal: bool = False
    turns_page: bool = False
    opening: Section | None = None
    verdict: str | None = None
    marks: tuple[int, ...] = ()
    news: int = 0
    trace: Trace = field(default=Trace(), compare=False)

    @property
    def text(self) -> str:
        """The reply as plain text."""
        return "\n".join(section.text for section in self.sections)
