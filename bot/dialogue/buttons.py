"""Which buttons stay: each is tried, and goes if it adds nothing that was not said."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from bot.model.reply import Decision, Reply
from bot.model.session import Option

MOST = 4
"""Buttons in all, and how many of them ask for a side."""

_SIDES = 2
_TRIED = ("facet", "full")
"""Kinds of action that only tell more; the others ask, choose or change something."""


def tried(reply: Reply, outcome: Callable[[str], Reply]) -> tuple[Option, ...]:
    """The options that lead on. ``outcome`` is the reply an action would get: a whole turn, so that no more are tried than shown."""
    if reply.decision is not Decision.ANSWER or any(option.action.startswith("fact:") for option in reply.options):
        return reply.options
    others = [option for option in reply.options if not _is_side(option) and _leads_on(option, outcome)]
    leading = (option for option in reply.options if _is_side(option) and _leads_on(option, outcome))
    shown = {*others, *islice(leading, max(0, min(_SIDES, MOST - len(others))))}
    return tuple(option for option in reply.options if option in shown)


def _is_side(option: Option) -> bool:
    return option.action.startswith("facet:")


def _leads_on(option: Option, outcome: Callable[[str], Reply]) -> bool:
    return option.action.partition(":")[0] not in _TRIED or outcome(option.action).news > 0
