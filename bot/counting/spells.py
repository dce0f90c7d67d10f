"""What spells are to each other: the same days, other work, one told in the place of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.model.tally import Spell, Tally

MOST_EARLIER = 8


def in_place_of(old: Spell, new: Spell) -> Spell:
    """A count told anew, whose all the rest is that is not told with it: the work, the person, how many, and the month."""
    return under_facts_of(old, replace(new, person=old.person, people=old.people, month=month_kept(old, new)))


def under_facts_of(old: Spell, new: Spell) -> Spell:
    """A spell under the facts of another, unless others are told."""
    kept = {name: option for name, option in old.facts if name not in new.apart}
    return replace(new, facts=tuple(sorted({**kept, **dict(new.facts)}.items())))


def month_kept(old: Spell, new: Spell) -> int:
    """The month of a count told anew: its own, or that of the one before if it is not told by the calendar."""
    return new.month if new.month or new.days else old.month


def under_other_facts(spell: Spell, known: Spell) -> bool:
    """Whether a spell is told with work of its own that differs from that of one before, or with more: 采样6天 — 援鄂采样25天."""
    before, told = dict(known.facts), dict(spell.facts)
    apart = any(before.get(name, option) != option for name, option in told.items())
    more = bool(before.keys() & told.keys()) and bool(told.keys() - before.keys()) and (spell.low, spell.high) != (known.low, known.high)
    return spell.fact == known.fact and (apart or more)


def months_of(spell: Spell) -> frozenset[int]:
    """The months, by their number, in which a spell is told to lie; none where that is open."""
    return frozenset(({spell.month} - {0}) | months_of_days(spell))


def months_of_days(spell: Spell) -> set[int]:
    """Every month that the stretches of a spell touch, from the first day to the last."""
    return {date.fromordinal(day).month for first, last in spell.days for day in range(first, last + 1)}


def days_meet(one: Spell, other: Spell) -> bool:
    """Whether two spells told by the calendar share a day."""
    return any(a <= d and c <= b for a, b in one.days for c, d in other.days)


def restates(tally: Tally, spells: Sequence[Spell], least: int = 2) -> bool:
    """Whether a message only names what all spells told come to: 这20天一共."""
    if len(spells) != 1 or spells[0].days or spells[0].facts:
        return False
    known = tally.of(spells[0].fact)
    alike = all(spell.exact and spell.people == 1 and spell.person == spells[0].person for spell in known)
    return len(known) >= least and alike and sum(spell.low for spell in known) == spells[0].low == spells[0].high


def with_earlier(tally: Tally) -> Tally:
    """The tally with what was told before and laid aside."""
    return Tally((*tally.earlier, *tally.spells))
