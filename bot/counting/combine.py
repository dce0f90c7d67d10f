"""What a new message counts, folded into what was counted before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.counting.adjustments import (
    days_taken_off,
    some_set_apart,
    spell_added,
    spell_replaced,
    spell_set_right,
    spell_split,
    told_wrong,
)
from bot.counting.new_counts import counted_anew
from bot.counting.range_ends import at_the_edge
from bot.counting.selection import all_told, each_one, of_different_work, steered
from bot.counting.spells import months_of, months_of_days, restates, under_other_facts, with_earlier
from bot.counting.tree import Counting, Relation
from bot.model.tally import Doubt, Reason, Said, Tally

_STILL_OPEN = (Reason.WHICH_SPELL, Reason.EACH_OR_TOGETHER, Reason.NO_DAYS, Reason.MONTHS, Reason.HALVES, Reason.UNPLACED)
"""What keeps a count from being told until it is told anew, whatever is added to it."""

_FOLDS: dict[Relation, Callable[[Tally, Counting], Tally | Doubt]] = {
    Relation.ADDS: spell_added,
    Relation.TAKES_OFF: days_taken_off,
    Relation.OF_WHICH: spell_split,
    Relation.REPLACES: spell_replaced,
    Relation.SOME_OF_THEM: some_set_apart,
}
"""What a message does with the spells of a fact told before."""


def combine(tally: Tally, counting: Counting, left: Doubt | None = None) -> Tally | Doubt:
    """The tally after a message; a Doubt where it cannot be told what its counts belong to, and the tally then stays as it is.

    ``left`` is what kept the last count from being told: what is only added to it does not make it known.
    """
    if counting.doubts:
        return _with_its_beginning(counting.doubts[0], counting)
    if left is not None and _leaves_open(counting, left):
        return left
    whole = _as_a_group(tally)
    result = _folded(whole, counting)
    result = result if isinstance(result, Doubt) else replace(result, works=tally.works, opened=_still_open(tally, counting))
    if isinstance(result, Doubt) or whole is tally or _goes_back_to_all(counting):
        return result
    return each_one(result)


def _still_open(tally: Tally, counting: Counting) -> Said:
    """What is told of a stretch whose days are still to be told, after a message."""
    return counting.opened if counting.spells or counting.opened else tally.opened


def _of_the_stretch_opened(tally: Tally, counting: Counting) -> Counting:
    """The counting with its one count as that of the stretch opened before: 病房10天，后来去了武汉 — 在那边待了30天."""
    plain = counting.relation in (Relation.NEW, Relation.ADDS) and not counting.supposed
    if not tally.opened or len(counting.spells) != 1 or len(tally.spells) != 1 or not plain or counting.whole:
        return counting
    told = counting.spells[0]
    facts = tuple(sorted({**dict(tally.opened), **dict(told.facts)}.items()))
    same = told.person == tally.spells[0].person and told.fact == tally.spells[0].fact
    return replace(counting, spells=(replace(told, facts=facts),), relation=Relation.ADDS) if same else counting


def _leaves_open(counting: Counting, left: Doubt) -> bool:
    """Whether a message only adds to a count that could not be told, or asks for the total with it."""
    if left.reason is Reason.WHICH_SPELL and counting.denied and not counting.whole:
        return True  # 上月22天这月5天 — 那22天里有2天没上: the others are open as before
    told_anew = counting.replies and len(counting.spells) > 1
    more = counting.relation is Relation.ADDS or (counting.relation is Relation.NEW and (counting.which or 0) > 0)
    adds = bool(counting.spells) and more and not told_anew
    asks = not counting.spells and (counting.everything or counting.total)
    return left.reason in _STILL_OPEN and (adds or asks)


def _with_its_beginning(doubt: Doubt, counting: Counting) -> Doubt:
    """A doubt with the first day told beside it, which waits for the last all the same: 2月10号干到现在."""
    edge = counting.edge
    return doubt if edge is None or edge.last else replace(doubt, began=edge.day, began_as=counting.facts)


def _as_a_group(tally: Tally) -> Tally:
    """The tally with the one of a group that was shown alone put back among the others."""
    if not any(spell.out_of for spell in tally.spells):
        return tally
    spells = (replace(spell, people=spell.out_of, out_of=0) if spell.out_of else spell for spell in tally.spells)
    return replace(tally, spells=tuple(spells))


def _goes_back_to_all(counting: Counting) -> bool:
    """Whether a message is about more than the one of a group that was asked for: it counts, or asks for a total."""
    counts = bool(counting.spells) or counting.edge is not None or counting.people is not None or counting.now > 0
    return counts or counting.everything or counting.total or bool(counting.alike) or counting.share is not None


def _folded(tally: Tally, counting: Counting) -> Tally | Doubt:
    """The tally after a message without doubts."""
    if counting.edge is not None:
        return at_the_edge(tally, counting, counting.edge)
    if not counting.spells and tally.opened and (counting.total or counting.everything):
        return Doubt(Reason.NEXT_DAYS, tally.spells[-1].fact) if tally.spells else tally
    if not counting.spells:
        return steered(tally, counting)
    counting = _of_the_stretch_opened(tally, _as_before(tally, counting))
    none = next((spell for spell in counting.spells if spell.low <= 0), None)
    if none is not None:
        return Doubt(Reason.OUT_OF_RANGE, none.fact)  # 比我少12天, of ten
    wrong = told_wrong(tally, counting)
    if wrong is not None:
        return spell_set_right(tally, wrong, counting)
    if _lies_within_days_told(tally, counting):
        return Doubt(Reason.OVERLAP, counting.spells[0].fact)
    relation = Relation.ADDS if _goes_with_those_told(tally, counting) else counting.relation
    if relation is Relation.ADDS and (counting.which or 0) > len(tally.spells):
        return Doubt(Reason.WHICH_SPELL, counting.spells[0].fact)  # 第四段11天, after two
    if counting.everything and restates(tally, counting.spells, least=1):
        return all_told(tally, 0, 0)  # 仨月一共多少, after 2月到4月
    return _joined(tally, counting, relation)


def _joined(tally: Tally, counting: Counting, relation: Relation) -> Tally | Doubt:
    """The tally with counts that go on so from what was told of their fact before; of a fact not told before, with counts of their own."""
    before = {spell.fact for spell in tally.spells}
    related = relation is not Relation.NEW and before & {spell.fact for spell in counting.spells}
    result = _FOLDS[relation](tally, counting) if related else counted_anew(tally, counting)
    if isinstance(result, Doubt):
        return result
    everything = counting.everything or (related and counting.total and tally.told and of_different_work(result))
    if counting.parts > len((*result.earlier, *result.spells)):
        return Doubt(Reason.WHICH_SPELL, counting.spells[-1].fact)  # 三段合起来, of which one or two were understood
    told = (counting.tells or counting.mends) and (tally.told or not tally.spells)
    return replace(with_earlier(result) if everything else result, told=told, crowd=counting.crowd or tally.crowd)


def _goes_with_those_told(tally: Tally, counting: Counting) -> bool:
    """Whether a total is asked beside a count that goes on telling, with nothing asked between: 病房9天 — 门口登记10天，一共多少.

    Other work of the same person is in it, and other people's; and so are days of other months (二月20天 — 三月18天).
    """
    if counting.relation is not Relation.NEW or not tally.spells or counting.supposed:
        return False
    if (counting.tells or (counting.total and tally.told)) and _in_other_months(tally, counting):
        return True
    if not tally.told or not counting.total:
        return False
    known = tally.spells[-1]
    if {spell.person for spell in tally.spells} != {spell.person for spell in counting.spells}:
        return all(spell.fact == known.fact for spell in counting.spells)
    return all(under_other_facts(spell, known) for spell in counting.spells)


def _in_other_months(tally: Tally, counting: Counting) -> bool:
    """Whether all that is told lies each in its own month, and in none of those told before."""
    known = [months_of(spell) for spell in (*tally.spells, *counting.spells)]
    apart = all(known) and sum(map(len, known)) == len(frozenset().union(*known))
    return apart and len({(spell.fact, spell.person, spell.people) for spell in (*tally.spells, *counting.spells)}) == 1


def _lies_within_days_told(tally: Tally, counting: Counting) -> bool:
    """Whether days of a month are told or added that stretches told by the calendar hold already: 1月20号到3月10号 — 二月18天."""
    if counting.relation not in (Relation.NEW, Relation.ADDS) or counting.supposed or not (counting.tells or counting.total):
        return False
    known = {(spell.fact, spell.person, month) for spell in tally.spells for month in months_of_days(spell)}
    return any((spell.fact, spell.person, spell.month) in known for spell in counting.spells)


def _as_before(tally: Tally, counting: Counting) -> Counting:
    """The counting with what it takes from the one spell told before: its work (一样的活), its days (比我多5天)."""
    if len(tally.spells) != 1 or len(counting.spells) != 1 or not (counting.like_before or counting.beyond):
        return counting
    known, told = tally.spells[0], counting.spells[0]
    facts = told.facts or known.facts if counting.like_before else told.facts
    low, high, working = told.low, told.high, told.working
    if counting.beyond and known.exact and told.exact:
        low = high = known.low + counting.beyond * told.low
        working = f"{known.low} {'+' if counting.beyond > 0 else '-'} {told.low}"
    return replace(counting, spells=(replace(told, facts=facts, low=low, high=high, working=working),))
