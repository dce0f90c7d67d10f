"""What was just told of somebody and now is said to be another's: 我援鄂的，一天多少 — 说错了，是我同事去的."""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.kinship import NOBODY, SAID_TO_BE, WENT
from bot.model.fact import Fact
from bot.model.session import Remembered, Session
from bot.understanding.people import People
from bot.understanding.stated import Told


def given_over(
    text: str, people: People, session: Session, definitions: Mapping[str, Fact]
) -> tuple[dict[str, str], tuple[Told, ...]]:
    """For a message that takes something back: the opposite of each fact told with the message before, and whose they are instead.

    Facts that have no opposite stay; a stranger's are not kept.
    """
    other = _whose(text, people, session.worker)
    if other is None or not session.past:
        return {}, ()
    before = session.past[-1].facts
    denied = {item: option for item in session.facts if item not in before and (option := _denied(item, definitions))}
    told = (Told(other, item.fact, str(item.value)) for item in denied if other != NOBODY)
    return {item.fact: option for item, option in denied.items()}, tuple(told)


def _whose(text: str, people: People, worker: str | None) -> str | None:
    """Who is said to be the one instead."""
    return next(
        (
            one.who
            for one in people.named
            if one.who != worker and SAID_TO_BE.search(text[: one.start]) and WENT.match(text, one.end)
        ),
        None,
    )


def _denied(item: Remembered, definitions: Mapping[str, Fact]) -> str | None:
    fact = definitions.get(item.fact)
    option = fact.option(str(item.value)) if fact is not None and fact.of_staff else None
    return option.denied if option is not None else None
