"""What a count does to the spells told before: it is added, taken off, a part of one, or set right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.counting.coreference import meant_by
from bot.counting.spells import in_place_of, month_kept, under_facts_of
from bot.counting.tree import Counting
from bot.model.tally import Doubt, Reason, Said, Spell, Tally


def spell_added(tally: Tally, counting: Counting) -> Tally | Doubt:
    """又干了5天: one more spell; under the facts of those before, if they are alike and it names none."""
    spells = tally.spells
    known = {spell.person for spell in spells}
    for told in counting.spells:
        spell = replace(told, person=meant_by(known, told.person))  # 我20天，我妹18天 — 她还得添2天
        facts = _facts_alike(tally.of(spell.fact), spell)
        if counting.here and not spell.facts and tally.told:
            facts = _facts_gone_back_to((*tally.earlier, *tally.of(spell.fact))) or facts
        if counting.elsewhere and not spell.facts:
            facts = ()
        if facts is None:
            return Doubt(Reason.WHICH_SPELL, spell.fact)
        spells = (*spells, replace(spell, facts=tuple((name, option) for name, option in facts if name not in spell.apart)))
    people = sum(spell.people for spell in spells)
    if counting.both and people == len(spells) and len({spell.person for spell in spells}) == 1:
        return Doubt(Reason.EACH_OR_TOGETHER, counting.spells[0].fact)
    if counting.persons and people != counting.persons:
        return Doubt(Reason.EACH_OR_TOGETHER, counting.spells[0].fact)
    return replace(tally, spells=spells)


def _facts_gone_back_to(before: tuple[Spell, ...]) -> Said | None:
    """病房9天 — 药房6天 — 又回来3天: the facts of the work before the last, if the two differ in one thing and are one person's."""
    there, last = before[-2:] if len(before) > 1 else (before[-1], before[-1])
    apart = {*there.facts} ^ {*last.facts}
    return there.facts if len({name for name, _ in apart}) == 1 and there.person == last.person else None


def _facts_alike(before: tuple[Spell, ...], spell: Spell) -> Said | None:
    """The facts of an added spell: its own, or those all before it share; None if it cannot be told."""
    shared = {known.facts for known in before if known.person == spell.person}
    if spell.facts or not shared:
        return spell.facts
    return next(iter(shared)) if len(shared) == 1 else None


def days_taken_off(tally: Tally, counting: Counting) -> Tally | Doubt:
    """再减5天: from the one spell it can mean."""
    result = tally
    for less in counting.spells:
        fitting = [spell for spell in result.of(less.fact) if _fits(spell, less)]
        alike = {(spell.facts, spell.person, spell.people) for spell in fitting}
        if len(alike) != 1:
            return Doubt(Reason.WHICH_SPELL, less.fact)
        base = max(fitting, key=lambda spell: spell.low)
        if base.days and less.days:
            left = _without_days(base, less)
            if left is None:
                return Doubt(Reason.DATES, less.fact)
            result = replace(result, spells=tuple(left if spell is base else spell for spell in result.spells))
            continue
        if base.low <= less.high:
            return Doubt(Reason.OUT_OF_RANGE, less.fact)
        shown = f"{base.working} - {less.low}" if base.working else f"{base.low} - {less.low}"
        lower = replace(base, low=base.low - less.high, high=base.high - less.low, working=shown)
        result = replace(result, spells=tuple(lower if spell is base else spell for spell in result.spells))
    return result


def _without_days(base: Spell, less: Spell) -> Spell | None:
    """A spell told by the calendar without days of it; None if it does not hold them all, or its days were not counted one by one."""
    kept = [day for first, last in base.days for day in range(first, last + 1)]
    off = {day for first, last in less.days for day in range(first, last + 1)}
    if not off <= {*kept} or len(off) == len(kept) or not base.low == base.high == len(kept):
        return None
    days = tuple((day, day) for day in kept if day not in off)
    shown = f"{base.working} - {len(off)}" if base.working else f"{base.low} - {len(off)}"
    return replace(base, low=base.low - len(off), high=base.high - len(off), working=shown, days=days)


def _fits(spell: Spell, less: Spell) -> bool:
    return set(less.facts) <= set(spell.facts) or not less.facts


def spell_split(tally: Tally, counting: Counting) -> Tally | Doubt:
    """其中10天在卡口: the part under its own facts, the rest as before."""
    part = counting.spells[0]
    known = tally.of(part.fact)
    if len(counting.spells) != 1 or len(known) != 1 or not known[0].exact or not part.exact or not part.facts:
        return Doubt(Reason.WHICH_SPELL, part.fact)
    whole = known[0]
    if part.low >= whole.low:
        return Doubt(Reason.OUT_OF_RANGE, part.fact)
    facts = part.facts if counting.here else tuple(sorted({**dict(whole.facts), **dict(part.facts)}.items()))
    inside = replace(part, person=whole.person, people=whole.people, facts=facts, month=month_kept(whole, part))
    left = replace(whole, low=whole.low - part.low, high=whole.high - part.low, working=f"{whole.low} - {part.low}")
    others = tuple(spell for spell in tally.spells if spell is not whole)
    return replace(tally, spells=(*others, inside, left))


def some_set_apart(tally: Tally, counting: Counting) -> Tally | Doubt:
    """其中一个只干了6天: of the one group counted before, so many told apart, under its facts unless others are told."""
    some = counting.spells[0]
    groups = [spell for spell in tally.of(some.fact) if spell.people > some.people]
    if len(counting.spells) != 1 or len(groups) != 1:
        return Doubt(Reason.EACH_OR_TOGETHER, some.fact)
    group = groups[0]
    own = replace(under_facts_of(group, some), month=month_kept(group, some))
    left = replace(group, people=group.people - some.people)
    return replace(tally, spells=tuple(known for spell in tally.spells for known in ((left, own) if spell is group else (spell,))))


def spell_replaced(tally: Tally, counting: Counting) -> Tally | Doubt:
    """不对，是25天: in the place of the spell before, under its facts unless others are told."""
    spells = tally.spells
    for fact in dict.fromkeys(spell.fact for spell in counting.spells):
        old, new = tally.of(fact), [spell for spell in counting.spells if spell.fact == fact]
        if len(old) != len(new) and len(old) > 1:
            at = _meant(old, new, counting)
            if at is None:
                return Doubt(Reason.WHICH_SPELL, fact)
            new = [*old[:at], in_place_of(old[at], new[0]), *old[at + 1 :]]
        if len(old) == len(new) == 1:
            own = replace(new[0], person=new[0].person or old[0].person, month=month_kept(old[0], new[0]))
            new = [replace(under_facts_of(old[0], own), people=max(old[0].people, new[0].people))]
        spells = (*(spell for spell in spells if spell.fact != fact), *new)
    return replace(tally, spells=spells)


def _meant(old: Sequence[Spell], new: Sequence[Spell], counting: Counting) -> int | None:
    """Which of several spells is set right: that named by order, month or person, or the only one as long as what is told anew."""
    if len(new) != 1:
        return None
    which = counting.which
    named = meant_by({spell.person for spell in old}, new[0].person)
    theirs = [at for at, spell in enumerate(old) if spell.person == named]
    if which is None and counting.whose and len(theirs) == 1:
        return theirs[0]
    in_month = [at for at, spell in enumerate(old) if spell.month == new[0].month != 0]
    if which is None and in_month:
        return in_month[0] if len(in_month) == 1 else None
    if which is not None:
        return which % len(old) if -len(old) <= which < len(old) else None
    alike = [at for at, spell in enumerate(old) if (spell.low, spell.high) == (new[0].low, new[0].high)]
    return alike[0] if len(alike) == 1 and new[0].facts else None


def told_wrong(tally: Tally, counting: Counting) -> Spell | None:
    """The one spell that a message says is not so long: 第二段是19天，不是17天."""
    if len(counting.spells) != 1 or not counting.denied:
        return None
    meant = [s for s in tally.of(counting.spells[0].fact) if (s.low, s.high) in counting.denied]
    return meant[0] if len(meant) == 1 else None


def spell_set_right(tally: Tally, wrong: Spell, counting: Counting) -> Tally:
    """The tally with the days told now in the place of those said to be wrong."""
    right = in_place_of(wrong, counting.spells[0])
    spells = tuple(right if spell is wrong else spell for spell in tally.spells)
    return replace(tally, spells=spells, told=tally.told and (counting.tells or counting.mends))
