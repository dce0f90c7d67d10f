"""Which buttons stay: each is tried, and goes if it adds nothing that was not said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.model.reply import Decision, Reply
from bot.model.session import Option

MOST = 4
_SIDES = 2
_TRIED = ("facet", "full")
"""Kinds of action that only tell more; the others ask, choose or change something."""


def tried(reply: Reply, outcome: Callable[[str], Reply]) -> tuple[Option, ...]:
    """The options that lead on. ``outcome`` is the reply an action would get."""
    if reply.decision is not Decision.ANSWER or any(option.action.startswith("fact:") for option in reply.options):
        return reply.options
    kept = [option for option in reply.options if _leads_on(option, outcome)]
    if not any(option.action.startswith("facet:") for option in kept):
        return tuple(kept)
    return tuple(_at_most(kept))


def _leads_on(option: Option, outcome: Callable[[str], Reply]) -> bool:
    return option.action.partition(":")[0] not in _TRIED or outcome(option.action).news > 0


def _at_most(options: list[Option]) -> Iterator[Option]:
    """Two sides at most, and four buttons in all."""
    sides = [option for option in options if option.action.startswith("facet:")]
    room = min(_SIDES, MOST - (len(options) - len(sides)))
    shown = sides[: max(room, 0)]
    yield from (option for option in options if option not in sides or option in shown)
