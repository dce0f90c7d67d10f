"""One day told alone: the first of a range that waits for its last, or one end told anew."""

from __future__ import annotations

from dataclasses import replace

from bot.counting.spells import MOST_EARLIER
from bot.counting.tree import Counting, Edge, Relation
from bot.language.date_spans import stretch
from bot.model.tally import Doubt, Reason, Spell, Tally


def at_the_edge(tally: Tally, counting: Counting, edge: Edge) -> Tally | Doubt:
    """One day told alone: the first, to wait for the last; or the other end of what was begun; or one end told anew."""
    dated = [spell for spell in tally.of(edge.fact) if len(spell.days) == 1 and spell.low == spell.high]
    if tally.began and edge.last:
        return _closed(tally, counting, edge)
    anew = counting.relation is Relation.REPLACES or counting.supposed or edge.last
    if dated and anew:
        return _other_end(tally, dated[-1], edge) if len(dated) == 1 else Doubt(Reason.WHICH_SPELL, edge.fact)
    if edge.last:
        return Doubt(Reason.DATES, edge.fact)
    return replace(tally, began=edge.day, began_as=counting.facts)


def _closed(tally: Tally, counting: Counting, edge: Edge) -> Tally | Doubt:
    """What was begun before, with its last day."""
    facts = tuple(sorted({**dict(tally.began_as), **dict(counting.facts)}.items()))
    spell = _between(Spell(edge.fact, 0, 0, facts=facts), tally.began, edge.day)
    if isinstance(spell, Doubt):
        return spell
    aside = tuple(known for known in tally.spells if known.fact == edge.fact)
    return Tally((spell,), (*tally.earlier, *aside)[-MOST_EARLIER:])


def _other_end(tally: Tally, old: Spell, edge: Edge) -> Tally | Doubt:
    """不对，是到3月10号: a range with one end told anew."""
    first, last = old.days[0]
    new = _between(old, first, edge.day) if edge.last else _between(old, edge.day, last)
    if isinstance(new, Doubt) or old.low != last - first + 1:
        return new if isinstance(new, Doubt) else Doubt(Reason.WHICH_SPELL, edge.fact)
    return replace(tally, spells=tuple(new if spell is old else spell for spell in tally.spells))


def _between(spell: Spell, first: int, last: int) -> Spell | Doubt:
    if not first <= last:
        return Doubt(Reason.DATES, spell.fact)
    days = last - first + 1
    return replace(spell, low=days, high=days, days=((first, last),), working=stretch(first, last))
