"""A message without counts: which of the spells told it is about, and for how many people."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.counting.coreference import meant_by
from bot.counting.spells import MOST_EARLIER, days_meet, with_earlier
from bot.counting.tally_facts import of_each_work
from bot.counting.tree import Counting
from bot.language.crews import PRONOUNS
from bot.model.tally import SELF, Doubt, Reason, Tally


def steered(tally: Tally, counting: Counting) -> Tally | Doubt:
    """A message without counts: everything is to be added up, or facts hold for what was counted."""
    if counting.alike and len(tally.spells) == 1:
        facts = counting.facts or tally.spells[0].facts
        alike = replace(tally.spells[0], person=counting.alike, facts=facts)
        same = Tally((alike,), (*tally.earlier, *tally.spells))
        return with_earlier(same) if counting.everything else same
    if counting.everything:
        return all_told(tally, counting.parts, counting.persons)
    if counting.stands:
        return tally
    if counting.now and tally.spells:
        return _people_set_right(tally, None, counting.now)
    if counting.aside and tally.spells:
        spells, earlier = (tuple(s for s in told if s.fact not in counting.aside) for told in (tally.spells, tally.earlier))
        return replace(tally, spells=spells, earlier=earlier)
    if counting.people is not None and tally.spells:
        return _people_set_right(tally, *counting.people)
    if counting.without and tally.spells:
        return _without(tally, counting.without)
    if counting.which is not None:
        return _one_of_them(tally, counting.which)
    if counting.share is not None:
        return _share(tally, counting.share)
    if counting.each_one and tally.spells:
        return each_one(tally)
    if counting.total and of_different_work(tally, told_only=tally.told):
        return all_told(tally, 0, 0)
    tally = of_people(tally, counting)
    if counting.works and len({spell.person for spell in tally.spells}) > 1:
        return of_each_work(tally, counting)
    return tally.with_facts(counting.facts) if counting.facts and tally.spells else tally


def of_people(tally: Tally, counting: Counting) -> Tally:
    """The tally with how many people a message speaks of, before any of their days are told."""
    return replace(tally, crowd=counting.crowd) if counting.crowd not in (0, 1) and not tally.spells else tally


def of_so_many(tally: Tally, counting: Counting) -> Tally:
    """The one spell told before, for as many people as are asked of: 那我们三个人呢, after the sum of one."""
    if counting.crowd <= 1 or len(tally.spells) != 1 or tally.spells[0].person != SELF:
        return tally
    return replace(tally, spells=(replace(tally.spells[0], people=counting.crowd),), crowd=counting.crowd)


def of_different_work(tally: Tally, *, told_only: bool = True) -> bool:
    """Whether what was told before is of other people or under other facts than the last, so that a total is of all of it.

    ``told_only``: nothing was asked between, so that what is told may go back to the work before the last.
    """
    every = [*tally.earlier, *tally.spells]
    kinds = [(spell.fact, spell.person, spell.facts) for spell in every]
    apart = all(one != other for one, other in pairwise(kinds)) if told_only else len({*kinds}) == len(kinds)
    return bool(tally.earlier and tally.spells) and apart and len({spell.fact for spell in every}) == 1


def _people_set_right(tally: Tally, old: int | None, new: int) -> Tally | Doubt:
    """不是3个，是4个: for the spell counted for as many; 说错了，是4个: for the one counted for several."""
    meant = [spell for spell in tally.spells if (spell.people > 1 if old is None else spell.people == old)]
    if len(meant) != 1:
        return Doubt(Reason.EACH_OR_TOGETHER, tally.spells[-1].fact)
    spells = (replace(spell, people=new) if spell is meant[0] else spell for spell in tally.spells)
    return replace(tally, spells=tuple(spells))


def _without(tally: Tally, people: tuple[str, ...]) -> Tally | Doubt:
    """The tally without people taken out of it: those told by name, and as many of the one group told as were not.

    A doubt where anyone of them can be neither.
    """
    known = {spell.person for spell in tally.spells}
    names = {meant_by(known, person) for person in people}
    left = tuple(spell for spell in tally.spells if spell.person not in names)
    untold = names - known
    if not untold and left:
        return replace(tally, spells=left)
    groups = [spell for spell in left if spell.people > len(untold)]
    if known == {SELF} and all(spell.people == 1 for spell in left):
        return tally
    if len(groups) != 1 or any(name[0] in PRONOUNS for name in untold):
        return Doubt(Reason.EACH_OR_TOGETHER, tally.spells[-1].fact)
    less = replace(groups[0], people=groups[0].people - len(untold))
    return replace(tally, spells=tuple(less if spell is groups[0] else spell for spell in left))


def _one_of_them(tally: Tally, which: int) -> Tally | Doubt:
    """One spell named by its order; the others are kept, to be taken up again."""
    if not -len(tally.spells) <= which < len(tally.spells):
        return Doubt(Reason.WHICH_SPELL, tally.spells[-1].fact) if tally.spells else tally
    own = tally.spells[which]
    others = tuple(spell for spell in tally.spells if spell is not own)
    return replace(tally, spells=(own,), earlier=(*tally.earlier, *others)[-MOST_EARLIER:])


def each_one(tally: Tally) -> Tally | Doubt:
    """One of the one group counted: 6个人每人22天 — 一个人应得多少; of several groups it cannot be told whose is meant."""
    groups = [spell for spell in tally.spells if spell.people > 1]
    if not groups:
        return tally
    if len(tally.spells) > 1:
        return Doubt(Reason.WHICH_SPELL, groups[0].fact)
    return replace(tally, spells=(replace(groups[0], people=1, out_of=groups[0].people),))


def _share(tally: Tally, person: str) -> Tally:
    """One person's spells; the others' are kept, to be taken up again."""
    name = meant_by({spell.person for spell in tally.spells}, person)
    own = tuple(spell for spell in tally.spells if spell.person == name)
    if not own:
        return tally
    return Tally(own, (*tally.earlier, *(spell for spell in tally.spells if spell.person != name))[-MOST_EARLIER:])


def all_told(tally: Tally, number: int, persons: int) -> Tally | Doubt:
    """All that was told, if of as many spells or people as are spoken of (两段一共, 姐弟俩合计), and no day of anybody's twice."""
    if number and len(tally.spells) == number:
        return tally
    whole = with_earlier(tally)
    people = {spell.person: spell.people for spell in whole.spells}
    kinds = {spell.fact for spell in whole.spells} if not people.keys() - {SELF} else set()
    groups = sum(spell.people for spell in whole.spells) if any(spell.people > 1 for spell in whole.spells) else 0
    if persons and tally.spells and persons not in (sum(people.values()), len(kinds), groups):  # 两个加起来: of the two kinds of money
        return Doubt(Reason.WHICH_SPELL, tally.spells[-1].fact)
    if number and len(whole.spells) != number and tally.spells:
        return Doubt(Reason.WHICH_SPELL, tally.spells[-1].fact)
    for at, spell in enumerate(whole.spells):
        if any(spell.fact == other.fact and spell.person == other.person and days_meet(spell, other) for other in whole.spells[:at]):
            return Doubt(Reason.OVERLAP, spell.fact)
    return whole
