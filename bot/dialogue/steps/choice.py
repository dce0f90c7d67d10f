"""A tapped option, its number, or its label typed out."""

from __future__ import annotations

from bot.dialogue.actions import perform
from bot.dialogue.snapshot import bare
from bot.dialogue.turn import Turn
from bot.language.numerals import value_of
from bot.model.reply import Reply


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
    pending = turn.session.pending
    if pending is not None and turn.snapshot.definitions[pending.fact].kind == "number":
        return None
    number = value_of(said) if len(said) <= 2 else None
    if number is not None and 1 <= number <= len(options):
        return options[int(number) - 1].action
    return None
