"""Somebody who says that they are not whom the documents are for is told so."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.turn import Turn, plain
from bot.model.fact import Fact, FactOption
from bot.model.reply import Decision, Reply
from bot.model.session import Option


def standing(turn: Turn, topic: str) -> Reply | None:
    """Decline if a stated fact puts the person outside both documents. Nobody is asked first (promise 9)."""
    measures = [m for part in turn.snapshot.regions_for(topic) for m in turn.snapshot.answers[topic, part.region.id]]
    if any(measure.anyone for measure in measures):
        return None
    known = {**turn.session.values(), **turn.stated}
    for fact_id, value in known.items():
        fact, option = _option(turn, fact_id, value)
        if option is not None and option.outside is not None:
            turn.note(f"不在文件对象之内：{option.label}")
            turn.update(pending=None, topics=(topic,))
            change = Option(f"改：{fact.title}", f"ask:{fact.id}")
            return plain(Decision.DECLINE, option.outside, wording.scope(turn.snapshot.knowledge), options=(change,))
    return None


def states_to_be_outside(turn: Turn) -> bool:
    """Whether this very message says that the person is not whom the documents are for."""
    options = (_option(turn, fact_id, value)[1] for fact_id, value in turn.stated.items())
    return any(option is not None and option.outside is not None for option in options)


def _option(turn: Turn, fact_id: str, value: str | int) -> tuple[Fact, FactOption | None]:
    fact = turn.snapshot.definitions[fact_id]
    return fact, fact.option(str(value))
