"""What was told of people before their days were: each one's spell goes under their own facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.counting.tree import Counting
from bot.language.kinship import SELF as SPEAKER
from bot.model.session import Session
from bot.model.tally import SELF, Spell
from bot.model.tally import Said as Facts
from bot.understanding.said import Said


def under_their_own(counting: Counting, said: Said, session: Session, deciding: Collection[str]) -> Counting:
    """Spells with what was told earlier of whose they are, where it was told of more than one medical worker.

    ``deciding`` are the facts that tell rates apart; what a message says of a spell itself stands.
    """
    known = {who: facts for who in _told_of(session) if (facts := _facts_of(who, session, deciding))}
    if len(known) < 2:
        return counting
    spells = tuple(_with(spell, known.get(_who(spell, said), ())) for spell in counting.spells)
    return replace(counting, spells=spells)


def _told_of(session: Session) -> set[str]:
    return {*(item.who for item in session.others), *([session.worker] if session.worker is not None else ())}


def _facts_of(who: str, session: Session, deciding: Collection[str]) -> Facts:
    """Deciding facts told of somebody: those in hand are the medical worker's, the others are laid aside by person."""
    aside = [item.said for item in session.others if item.who == who]
    told = [*(session.facts if who == session.worker else ()), *aside]
    return tuple(sorted((item.fact, str(item.value)) for item in told if item.fact in deciding))


def _who(spell: Spell, said: Said) -> str:
    """The role of whose spell it is, seen from the speaker."""
    if spell.person == SELF:
        return SPEAKER
    meant = [one for one in said.people.named if said.text[one.start : one.end] in spell.person]
    return max(meant, key=lambda one: one.end - one.start).who if meant else ""


def _with(spell: Spell, known: Facts) -> Spell:
    return replace(spell, facts=tuple(sorted({**dict(known), **dict(spell.facts)}.items()))) if known else spell
