"""A count that joins itself to none told before: another one, one told again, or one of several by its number."""

from __future__ import annotations

from dataclasses import replace

from bot.counting.adjustments import some_set_apart, spell_added, spell_replaced
from bot.counting.coreference import meant_by
from bot.counting.spells import MOST_EARLIER, days_meet, in_place_of, restates, under_other_facts
from bot.counting.tree import Counting, Relation
from bot.model.tally import Doubt, Reason, Spell, Tally


def counted_anew(tally: Tally, counting: Counting) -> Tally | Doubt:
    """A count of its own. The one before is kept, to be taken up again."""
    unknown = counting.relation is Relation.REPLACES and counting.which is not None
    if unknown or counting.relation in (Relation.TAKES_OFF, Relation.OF_WHICH, Relation.SOME_OF_THEM):
        return Doubt(Reason.WHICH_SPELL, counting.spells[0].fact)
    if restates(tally, counting.spells, least=1 if counting.tells else 2):
        return tally  # 真23天
    if counting.in_fact and _one_of_a_group(tally, counting):
        return some_set_apart(tally, counting)
    numbered = _by_its_number(tally, counting)
    if numbered is not None:
        return numbered
    again = _of_one_told(tally, counting)
    if again is not None:
        return replace(tally, spells=tuple(in_place_of(s, counting.spells[0]) if s is again else s for s in tally.spells))
    if _on_other_days(tally, counting):
        return spell_added(tally, counting)
    if _says_no_more(tally, counting):
        return Doubt(Reason.WHICH_SPELL, counting.spells[0].fact)
    facts = {spell.fact for spell in counting.spells}
    if counting.relation is Relation.ADDS:
        return replace(tally, spells=(*tally.spells, *counting.spells))
    spells = _of_what_was_told(tally, counting)
    aside = tuple(spell for spell in tally.spells if spell.fact in facts and spell not in spells)
    others = tuple(spell for spell in tally.spells if spell.fact not in facts)
    return Tally((*others, *spells), (*tally.earlier, *aside)[-MOST_EARLIER:])


def _of_one_told(tally: Tally, counting: Counting) -> Spell | None:
    """The one spell, of several told, of the very person whose days are told again: 我11天她13天 — 她是15天."""
    if len(counting.spells) != 1 or len(tally.spells) < 2 or not (counting.tells and counting.whose) or tally.told:
        return None
    told = counting.spells[0]
    name = meant_by({spell.person for spell in tally.spells}, told.person)
    theirs = [spell for spell in tally.spells if spell.fact == told.fact and spell.person == name and spell.people == 1]
    alike = len(theirs) == 1 and set(told.facts) <= set(theirs[0].facts) and told.month in (0, theirs[0].month)
    return theirs[0] if alike else None


def _by_its_number(tally: Tally, counting: Counting) -> Tally | Doubt | None:
    """The spells with one told by its order: the next after those told, or one of them told anew; None if it is neither.

    第一段9天 — 第二段7天; 先8天后11天 — 第一段是9天.
    """
    which, known = counting.which, tally.of(counting.spells[0].fact)
    if which is None or len(counting.spells) != 1 or counting.supposed or not known or len(known) != len(tally.spells):
        return None
    if which > len(known):
        return Doubt(Reason.WHICH_SPELL, known[0].fact)  # 第一段9天 — 第三段6天
    if which == len(known):
        return spell_added(tally, counting)
    return spell_replaced(tally, counting) if 0 <= which < len(known) > 1 else None


def _one_of_a_group(tally: Tally, counting: Counting) -> bool:
    """Whether days are told of one person by name, where only a group was counted: 八个人各14天 — 其实小孙只干了7天."""
    known = {spell.person for spell in tally.spells}
    alone = len(counting.spells) == 1 and counting.spells[0].people == 1 and counting.spells[0].person not in known
    return alone and any(spell.people > 1 for spell in tally.spells)


def _on_other_days(tally: Tally, counting: Counting) -> bool:
    """Whether days by the calendar are told, and no more asked than the total, that were not told: 2月1号到9号 — 3月1号到5号也在."""
    goes_on = counting.tells or (counting.total and tally.told)
    if not goes_on or counting.replies or not tally.spells or not all(s.days for s in (*tally.spells, *counting.spells)):
        return False
    same = {(s.fact, s.person, s.people) for s in counting.spells} == {(s.fact, s.person, s.people) for s in tally.spells}
    return same and not any(days_meet(one, other) for one in counting.spells for other in tally.spells)


def _says_no_more(tally: Tally, counting: Counting) -> bool:
    """Whether days are only told, of somebody whose days were told, with nothing to say if they are more, part of those, or others.

    A bare count is told anew, and so is one that was asked for, or that is said to be all there was.
    """
    if not counting.tells or counting.supposed or not tally.spells or counting.bare or counting.replies or counting.whole:
        return False
    if any(under_other_facts(spell, tally.spells[-1]) for spell in counting.spells):
        return False
    known = {(spell.fact, spell.person, spell.people) for spell in tally.spells}
    return {(spell.fact, spell.person, spell.people) for spell in counting.spells} <= known


def _of_what_was_told(tally: Tally, counting: Counting) -> tuple[Spell, ...]:
    """Parts that come to the one spell told before (那30天里最后5天…): what is left goes on under its facts."""
    result = counting.spells
    for fact in dict.fromkeys(spell.fact for spell in counting.spells):
        parts = [spell for spell in counting.spells if spell.fact == fact]
        known = tally.of(fact)
        if len(known) == 1 and len(parts) > 1 and sum(spell.low for spell in parts) == known[0].low:
            result = tuple(
                replace(spell, facts=known[0].facts) if spell in parts and not spell.facts else spell
                for spell in result
            )
    return result
