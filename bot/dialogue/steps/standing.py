"""Somebody who says that they are not whom the documents are for is told so."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.turn import Turn, plain
from bot.model.reply import Decision, Reply


def standing(turn: Turn) -> Reply | None:
    """Decline if a stated fact puts the person outside both documents. Nobody is asked first (promise 9)."""
    for fact_id, value in turn.session.values().items():
        fact = turn.snapshot.definitions[fact_id]
        option = fact.option(str(value))
        if option is not None and option.outside is not None and fact_id in turn.stated:
            turn.note(f"不在文件对象之内：{option.label}")
            turn.update(pending=None)
            return plain(Decision.DECLINE, option.outside, wording.scope(turn.snapshot.knowledge))
    return None
