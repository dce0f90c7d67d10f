"""Somebody who says that they are not whom the documents are for is told so."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.turn import Turn, plain
from bot.model.reply import Decision, Reply
from bot.model.session import Option


def standing(turn: Turn, topic: str) -> Reply | None:
    """Decline if a stated fact puts the person outside both documents. Nobody is asked first (promise 9)."""
    measures = [m for part in turn.snapshot.regions_for(topic) for m in turn.snapshot.answers[topic, part.region.id]]
    if any(measure.anyone for measure in measures):
        return None
    known = {**turn.session.values(), **turn.stated}
    for fact_id, value in known.items():
        fact = turn.snapshot.definitions[fact_id]
        option = fact.option(str(value))
        if option is not None and option.outside is not None:
            turn.note(f"不在文件对象之内：{option.label}")
            turn.update(pending=None)
            change = Option(f"改：{fact.title}", f"ask:{fact.id}")
            return plain(Decision.DECLINE, option.outside, wording.scope(turn.snapshot.knowledge), options=(change,))
    return None
