"""A tapped option, its number, or its label typed out."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.numerals import ordinal
from bot.language.particles import bare
from bot.language.rounds_and_parts import only_the_total
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
    worked_out = _worked_out(words, session, snapshot)
    if worked_out is not None:
        return worked_out
    pending = session.pending
    if pending is not None and snapshot.definitions[pending.fact].kind == "number":
        return None
    number = ordinal(said.text)
    return intent_of(session.options[number - 1].action, snapshot) if number and number <= len(session.options) else None


def _worked_out(words: str, session: Session, snapshot: Snapshot) -> WorkOut | None:
    """The sum of the matter in hand, or, where that pays nothing, of what was counted: 做了17天 — 帮我算."""
    asked = snapshot.signal("work-it-out").is_all_of(words)
    total = bool(session.tally.spells) and (snapshot.signal("total-alone").is_all_of(words) or only_the_total(words))
    if not asked and not total:
        return None
    by_id = snapshot.knowledge.measure_by_id
    in_hand = [by_id[name] for name in session.measures if name in by_id and by_id[name].amounts]
    if in_hand:
        return WorkOut(in_hand[0].id) if asked else None
    counted = {spell.fact for spell in session.tally.spells}
    here = [part for part in snapshot.knowledge.regions if session.region in (None, part.region.id)]
    paying = (m.id for part in here for m in part.measures if any(amount.counts in counted for amount in m.amounts))
    return next(map(WorkOut, paying), None)
