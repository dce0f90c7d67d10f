"""A tapped option, its number, or its label typed out."""

from __future__ import annotations

import re

from bot.dialogue import wording
from bot.dialogue.actions import perform
from bot.dialogue.snapshot import bare
from bot.dialogue.turn import Turn
from bot.language.numerals import value_of
from bot.model.reply import Reply

_ORDINAL = re.compile(r"第?(\d{1,2}|[一二三四五六七八九十]{1,2})(?:个|项|条|号)?")


def choice(turn: Turn) -> Reply | None:
    """Carry out what was chosen; None if the message chooses nothing."""
    if turn.message.action is not None:
        return perform(turn.message.action, turn)
    action = _typed(turn)
    return perform(action, turn) if action else None


def _typed(turn: Turn) -> str | None:
    options = turn.session.options
    said = bare(turn.analysis.text)
    for option in options:
        if said == bare(turn.snapshot.language.standard(option.label)):
            return option.action
    if said == wording.SUM_LABEL:
        by_id = turn.snapshot.knowledge.measure_by_id
        return next((f"sum:{i}" for i in turn.session.measures if i in by_id and by_id[i].amounts), None)
    pending = turn.session.pending
    if pending is not None and turn.snapshot.definitions[pending.fact].kind == "number":
        return None
    ordinal = _ORDINAL.fullmatch(said) if not turn.analysis.text.startswith(("-", "负")) else None
    number = value_of(ordinal.group(1)) if ordinal else None
    if number is not None and 1 <= number <= len(options):
        return options[int(number) - 1].action
    return None
