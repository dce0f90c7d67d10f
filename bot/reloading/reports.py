"""What is told of the knowledge of a running bot: what a reload would do, what is live, what was done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.reading.problem import Problem
from bot.reloading.content_changes import Changes
from bot.teaching.overlay import Overlay


@dataclass(frozen=True, slots=True)
class Event:
    """Something an admin did to the knowledge, for the audit. ``who`` is an admin's id, or the program's own reason."""

    who: str
    what: str
    digest: str
    detail: str


Journal = Callable[[Event], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a reload would do. ``changes`` is None if there is something wrong: then nothing can be confirmed."""

    problems: tuple[Problem, ...]
    changes: Changes | None = None
    digest: str | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What is wrong."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True, slots=True)
class Returned:
    """What a return to the version before did to what was taught: phrasings that went with the version left, or came back."""

    untaught: tuple[str, ...] = ()
    taught_again: tuple[str, ...] = ()


def returned(left: Overlay, again: Overlay) -> Returned:
    """What tells the phrasings of the version returned to (``again``) from those of the one left, in the order of teaching."""
    before, now = ({item.says: None for item in overlay.taught} for overlay in (left, again))
    return Returned(tuple(says for says in before if says not in now), tuple(says for says in now if says not in before))


@dataclass(frozen=True, slots=True)
class Status:
    """What is live. ``why_not_folder`` tells why it is not what the folder holds, if so; ``untaught`` what a return would unteach."""

    version: str
    digest: str
    since: datetime
    by: str
    regions: int
    measures: int
    topics: int
    taught: int
    candidate: str | None
    previous: str | None
    why_not_folder: str | None
    untaught: tuple[str, ...] = ()
