"""What a new version answers otherwise: the authors' examples, asked of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import ndiff
from typing import Literal

from bot.checks.examples import EXAMPLE_DAY
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.measure import Example
from bot.model.session import Session

Change = Literal["same", "gone", "new"]
_MARKS: dict[str, Change] = {"  ": "same", "- ": "gone", "+ ": "new"}


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One example with the lines of its answer, each the same, gone, or new."""

    measure: str
    asked: tuple[str, ...]
    lines: tuple[tuple[Change, str], ...]


def answer_changes(before: Snapshot, after: Snapshot, names: Iterable[str]) -> tuple[AnswerChange, ...]:
    """The examples of these names (``Changes.answers``) with what they come to before and after."""
    wanted = frozenset(names)
    return tuple(
        AnswerChange(measure, asked, _difference(answer(before, region, asked), answer(after, region, asked)))
        for measure, region, asked in _examples(after)
        if f"{measure}：{'／'.join(asked)}" in wanted
    )


def _examples(snapshot: Snapshot) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for part in snapshot.knowledge.regions:
        for measure in part.measures:
            for example in measure.examples:
                yield measure.id, example.region or part.region.id, asked_of(example)


def asked_of(example: Example) -> tuple[str, ...]:
    """What an example asks, one message after another."""
    return (example.ask,) if isinstance(example.ask, str) else example.ask


def answer(snapshot: Snapshot, region: str, asked: Iterable[str]) -> str:
    """What the last of some messages is answered."""
    session, text = Session(region=region), ""
    for message in asked:
        reply, session = respond(Message(message), session, snapshot, EXAMPLE_DAY)
        text = reply.text
    return text


def _difference(before: str, after: str) -> tuple[tuple[Change, str], ...]:
    lines = ndiff(before.splitlines(), after.splitlines())
    return tuple((_MARKS[line[:2]], line[2:]) for line in lines if line[:2] in _MARKS)
