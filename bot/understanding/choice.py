"""A tapped option, its number, or its label typed out."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.numerals import ordinal
from bot.language.particles import bare
from bot.model.session import Session
from bot.understanding.actions import intent_of
from bot.understanding.intents import Intent, WorkOut
from bot.understanding.said import Said


def chosen(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """What was chosen of the options shown; None if the message chooses nothing."""
    words = bare(said.text)
    for option in session.options:
        if words == bare(snapshot.language.standard(option.label)):
            return intent_of(option.action, snapshot)
    if snapshot.signal("work-it-out").is_all_of(words):
        by_id = snapshot.knowledge.measure_by_id
        return next((WorkOut(i) for i in session.measures if i in by_id and by_id[i].amounts), None)
    pending = session.pending
    if pending is not None and snapshot.definitions[pending.fact].kind == "number":
        return None
    number = ordinal(said.text)
    return intent_of(session.options[number - 1].action, snapshot) if number and number <= len(session.options) else None
