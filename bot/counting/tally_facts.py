"""What is told of somebody's work without days, put to the spells of a tally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.counting.coreference import meant_by
from bot.counting.tree import Counting
from bot.model.tally import SELF, Doubt, Spell, Tally

_SEVERAL = 2


def of_each_work(tally: Tally, counting: Counting) -> Tally:
    """The spells of several people, each under what a message tells of whose it is: 我28天她19天 — 我护理病人，她不接触."""
    known = {spell.person for spell in tally.spells}
    told = {meant_by(known or {person for person, _ in tally.works}, person): dict(facts) for person, facts in counting.works}
    of_those_told = told.keys() <= {person for person, _ in tally.works}
    if not known and (len(told) > 1 or (told and (tally.crowd == _SEVERAL or of_those_told))):
        works = dict(tally.works) if len(told) == 1 else {}
        works |= {person: tuple(sorted(facts.items())) for person, facts in told.items()}
        return replace(tally, works=tuple(works.items()))
    if len(known) < _SEVERAL or not told:
        return tally
    spells = (replace(s, facts=tuple(sorted({**dict(s.facts), **told.get(s.person, {})}.items()))) for s in tally.spells)
    return replace(tally, spells=tuple(spells))


def as_they_were_told(tally: Tally, counting: Counting) -> Counting:
    """The counting with what several people were told to do before their days: 我采样，她不接触病人 — 我12天她14天."""
    works = {person: dict(facts) for person, facts in tally.works if facts}
    meant = [meant_by(works, spell.person) for spell in counting.spells]
    if not works or not works.keys() >= {*meant} or any(spell.people > 1 for spell in counting.spells):
        return counting
    told = zip(counting.spells, meant, strict=True)
    return replace(counting, spells=tuple(_with_facts(spell, works[person]) for spell, person in told))


def _with_facts(spell: Spell, facts: Mapping[str, str]) -> Spell:
    """A spell with facts it does not state itself."""
    return replace(spell, facts=tuple(sorted({**facts, **dict(spell.facts)}.items())))


def as_stated(tally: Tally | Doubt, counting: Counting, stated: Mapping[str, str]) -> Tally | Doubt:
    """The tally with what a message states of the one spell it tells of, so that what is stated later of others leaves it alone."""
    if isinstance(tally, Doubt) or len(counting.spells) != 1:
        return tally
    told = counting.spells[0]
    own = next((s for s in reversed(tally.spells) if (s.fact, s.low, s.person) == (told.fact, told.low, told.person)), None)
    if own is None:
        return tally
    held = {name: option for name, option in stated.items() if name not in own.apart}
    fuller = replace(own, facts=tuple(sorted({**held, **dict(own.facts)}.items())))
    return replace(tally, spells=tuple(fuller if spell is own else spell for spell in tally.spells))


def restated(tally: Tally, stated: Mapping[str, str]) -> Tally:
    """The tally after a message that counts nothing but takes back what was told of the asker's own work."""
    held = {name for spell in tally.spells for name, _ in spell.facts}
    if any(spell.person != SELF for spell in tally.spells):
        return tally
    return tally.with_facts(tuple(sorted((name, option) for name, option in stated.items() if name in held)))
