"""What a new message counts, folded into what was counted before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.counting.tree import Counting, Edge, Relation
from bot.language.crews import PRONOUNS
from bot.language.date_spans import stretch
from bot.model.tally import SELF, Doubt, Reason, Said, Spell, Tally

_MOST_EARLIER = 8
_SEVERAL = 2


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
    result = result if isinstance(result, Doubt) else replace(result, works=tally.works)
    if isinstance(result, Doubt) or whole is tally or _goes_back_to_all(counting):
        return result
    return _each_one(result)


_STILL_OPEN = (Reason.WHICH_SPELL, Reason.EACH_OR_TOGETHER, Reason.NO_DAYS, Reason.MONTHS, Reason.HALVES, Reason.UNPLACED)


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
        return _at_the_edge(tally, counting, counting.edge)
    if not counting.spells:
        return _steered(tally, counting)
    counting = _as_before(tally, counting)
    none = next((spell for spell in counting.spells if spell.low <= 0), None)
    if none is not None:
        return Doubt(Reason.OUT_OF_RANGE, none.fact)  # 比我少12天, of ten
    before = {spell.fact for spell in tally.spells}
    wrong = _told_wrong(tally, counting)
    if wrong is not None:
        return _set_right(tally, wrong, counting)
    if _lies_within_days_told(tally, counting):
        return Doubt(Reason.OVERLAP, counting.spells[0].fact)
    relation = Relation.ADDS if _goes_with_those_told(tally, counting) else counting.relation
    if relation is Relation.ADDS and (counting.which or 0) > len(tally.spells):
        return Doubt(Reason.WHICH_SPELL, counting.spells[0].fact)  # 第四段11天, after two
    if counting.everything and _restates(tally, counting.spells, least=1):
        return _all_told(tally, 0, 0)  # 仨月一共多少, after 2月到4月
    related = relation is not Relation.NEW and before & {spell.fact for spell in counting.spells}
    result = _FOLDS[relation](tally, counting) if related else _anew(tally, counting)
    if isinstance(result, Doubt):
        return result
    everything = counting.everything or (related and counting.total and tally.told and _of_different_work(result))
    if counting.parts > len((*result.earlier, *result.spells)):
        return Doubt(Reason.WHICH_SPELL, counting.spells[-1].fact)  # 三段合起来, of which one or two were understood
    told = (counting.tells or counting.mends) and (tally.told or not tally.spells)
    return replace(_everything(result) if everything else result, told=told, crowd=counting.crowd or tally.crowd)


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
    return all(_under_other_facts(spell, known) for spell in counting.spells)


def _in_other_months(tally: Tally, counting: Counting) -> bool:
    """Whether all that is told lies each in its own month, and in none of those told before."""
    known = [_months_of(spell) for spell in (*tally.spells, *counting.spells)]
    apart = all(known) and sum(map(len, known)) == len(frozenset().union(*known))
    return apart and len({(spell.fact, spell.person, spell.people) for spell in (*tally.spells, *counting.spells)}) == 1


def _months_of(spell: Spell) -> frozenset[int]:
    """The months, by their number, in which a spell is told to lie; none where that is open."""
    return frozenset(({spell.month} - {0}) | _months_of_days(spell))


def _months_of_days(spell: Spell) -> set[int]:
    """Every month that the stretches of a spell touch, from the first day to the last."""
    return {date.fromordinal(day).month for first, last in spell.days for day in range(first, last + 1)}


def _lies_within_days_told(tally: Tally, counting: Counting) -> bool:
    """Whether days of a month are told or added that stretches told by the calendar hold already: 1月20号到3月10号 — 二月18天."""
    if counting.relation not in (Relation.NEW, Relation.ADDS) or counting.supposed or not (counting.tells or counting.total):
        return False
    known = {(spell.fact, spell.person, month) for spell in tally.spells for month in _months_of_days(spell)}
    return any((spell.fact, spell.person, spell.month) in known for spell in counting.spells)


def _under_other_facts(spell: Spell, known: Spell) -> bool:
    """Whether a spell is told with work of its own that differs from that of one before, or with more: 采样6天 — 援鄂采样25天."""
    before, told = dict(known.facts), dict(spell.facts)
    apart = any(before.get(name, option) != option for name, option in told.items())
    more = bool(before.keys() & told.keys()) and bool(told.keys() - before.keys()) and (spell.low, spell.high) != (known.low, known.high)
    return spell.fact == known.fact and (apart or more)


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


def _told_wrong(tally: Tally, counting: Counting) -> Spell | None:
    """The one spell that a message says is not so long: 第二段是19天，不是17天."""
    if len(counting.spells) != 1 or not counting.denied:
        return None
    meant = [s for s in tally.of(counting.spells[0].fact) if (s.low, s.high) in counting.denied]
    return meant[0] if len(meant) == 1 else None


def _set_right(tally: Tally, wrong: Spell, counting: Counting) -> Tally:
    right = _in_place_of(wrong, counting.spells[0])
    spells = tuple(right if spell is wrong else spell for spell in tally.spells)
    return replace(tally, spells=spells, told=tally.told and (counting.tells or counting.mends))


def _in_place_of(old: Spell, new: Spell) -> Spell:
    """A count told anew, whose all the rest is that is not told with it: the work, the person, how many, and the month."""
    return _under_facts_of(old, replace(new, person=old.person, people=old.people, month=_month_kept(old, new)))


def _under_facts_of(old: Spell, new: Spell) -> Spell:
    """A spell under the facts of another, unless others are told."""
    kept = {name: option for name, option in old.facts if name not in new.apart}
    return replace(new, facts=tuple(sorted({**kept, **dict(new.facts)}.items())))


def _month_kept(old: Spell, new: Spell) -> int:
    """The month of a count told anew: its own, or that of the one before if it is not told by the calendar."""
    return new.month if new.month or new.days else old.month


def _at_the_edge(tally: Tally, counting: Counting, edge: Edge) -> Tally | Doubt:
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
    return Tally((spell,), (*tally.earlier, *aside)[-_MOST_EARLIER:])


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


def _steered(tally: Tally, counting: Counting) -> Tally | Doubt:
    """A message without counts: everything is to be added up, or facts hold for what was counted."""
    if counting.alike and len(tally.spells) == 1:
        facts = counting.facts or tally.spells[0].facts
        alike = replace(tally.spells[0], person=counting.alike, facts=facts)
        same = Tally((alike,), (*tally.earlier, *tally.spells))
        return _everything(same) if counting.everything else same
    if counting.everything:
        return _all_told(tally, counting.parts, counting.persons)
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
        return _each_one(tally)
    if counting.total and _of_different_work(tally, told_only=tally.told):
        return _all_told(tally, 0, 0)
    tally = of_people(tally, counting)
    if counting.works and len({spell.person for spell in tally.spells}) > 1:
        return of_each_work(tally, counting)
    return tally.with_facts(counting.facts) if counting.facts and tally.spells else tally


def of_each_work(tally: Tally, counting: Counting) -> Tally:
    """The spells of several people, each under what a message tells of whose it is: 我28天她19天 — 我护理病人，她不接触."""
    known = {spell.person for spell in tally.spells}
    told = {_named(known or {person for person, _ in tally.works}, person): dict(facts) for person, facts in counting.works}
    if not known and (len(told) > 1 or (told and tally.crowd == _SEVERAL)):
        works = dict(tally.works) if len(told) == 1 else {}
        works |= {person: tuple(sorted(facts.items())) for person, facts in told.items()}
        return replace(tally, works=tuple(works.items()))
    if len(known) < _SEVERAL or not told:
        return tally
    spells = (replace(s, facts=tuple(sorted({**dict(s.facts), **told.get(s.person, {})}.items()))) for s in tally.spells)
    return replace(tally, spells=tuple(spells))


def of_people(tally: Tally, counting: Counting) -> Tally:
    """The tally with how many people a message speaks of, before any of their days are told."""
    return replace(tally, crowd=counting.crowd) if counting.crowd not in (0, 1) and not tally.spells else tally


def of_so_many(tally: Tally, counting: Counting) -> Tally:
    """The one spell told before, for as many people as are asked of: 那我们三个人呢, after the sum of one."""
    if counting.crowd <= 1 or len(tally.spells) != 1 or tally.spells[0].person != SELF:
        return tally
    return replace(tally, spells=(replace(tally.spells[0], people=counting.crowd),), crowd=counting.crowd)


def _of_different_work(tally: Tally, *, told_only: bool = True) -> bool:
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
    names = {_named(known, person) for person in people}
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
    return replace(tally, spells=(own,), earlier=(*tally.earlier, *others)[-_MOST_EARLIER:])


def as_they_were_told(tally: Tally, counting: Counting) -> Counting:
    """The counting with what several people were told to do before their days: 我采样，她不接触病人 — 我12天她14天."""
    works = {person: dict(facts) for person, facts in tally.works if facts}
    meant = [_named(works, spell.person) for spell in counting.spells]
    if not works or not works.keys() >= {*meant} or any(spell.people > 1 for spell in counting.spells):
        return counting
    told = zip(counting.spells, meant, strict=True)
    return replace(counting, spells=tuple(_with_facts(spell, works[person]) for spell, person in told))


def _with_facts(spell: Spell, facts: Mapping[str, str]) -> Spell:
    """A spell with facts it does not state itself."""
    return replace(spell, facts=tuple(sorted({**facts, **dict(spell.facts)}.items())))


def _each_one(tally: Tally) -> Tally | Doubt:
    """One of the one group counted: 6个人每人22天 — 一个人应得多少; of several groups it cannot be told whose is meant."""
    groups = [spell for spell in tally.spells if spell.people > 1]
    if not groups:
        return tally
    if len(tally.spells) > 1:
        return Doubt(Reason.WHICH_SPELL, groups[0].fact)
    return replace(tally, spells=(replace(groups[0], people=1, out_of=groups[0].people),))


def _share(tally: Tally, person: str) -> Tally:
    """One person's spells; the others' are kept, to be taken up again."""
    name = _named({spell.person for spell in tally.spells}, person)
    own = tuple(spell for spell in tally.spells if spell.person == name)
    if not own:
        return tally
    return Tally(own, (*tally.earlier, *(spell for spell in tally.spells if spell.person != name))[-_MOST_EARLIER:])


def _named(known: Collection[str], person: str) -> str:
    """Who is meant by a name: a lone 他 or 她 is the one other person known."""
    others = {name for name in known if name != SELF}
    if person not in known and {*person} & others and len({*person}) == 1:
        return person[0]  # 姐姐, told as 姐 before
    return next(iter(others)) if person in PRONOUNS and len(others) == 1 else person


def _all_told(tally: Tally, number: int, persons: int) -> Tally | Doubt:
    """All that was told, if of as many spells or people as are spoken of (两段一共, 姐弟俩合计), and no day of anybody's twice."""
    if number and len(tally.spells) == number:
        return tally
    whole = _everything(tally)
    people = {spell.person: spell.people for spell in whole.spells}
    kinds = {spell.fact for spell in whole.spells} if not people.keys() - {SELF} else set()
    groups = sum(spell.people for spell in whole.spells) if any(spell.people > 1 for spell in whole.spells) else 0
    if persons and tally.spells and persons not in (sum(people.values()), len(kinds), groups):  # 两个加起来: of the two kinds of money
        return Doubt(Reason.WHICH_SPELL, tally.spells[-1].fact)
    if number and len(whole.spells) != number and tally.spells:
        return Doubt(Reason.WHICH_SPELL, tally.spells[-1].fact)
    for at, spell in enumerate(whole.spells):
        if any(spell.fact == other.fact and spell.person == other.person and _meet(spell, other) for other in whole.spells[:at]):
            return Doubt(Reason.OVERLAP, spell.fact)
    return whole


def _meet(one: Spell, other: Spell) -> bool:
    return any(a <= d and c <= b for a, b in one.days for c, d in other.days)


def _everything(tally: Tally) -> Tally:
    return Tally((*tally.earlier, *tally.spells))


def _anew(tally: Tally, counting: Counting) -> Tally | Doubt:
    """A count of its own. The one before is kept, to be taken up again."""
    unknown = counting.relation is Relation.REPLACES and counting.which is not None
    if unknown or counting.relation in (Relation.TAKES_OFF, Relation.OF_WHICH, Relation.SOME_OF_THEM):
        return Doubt(Reason.WHICH_SPELL, counting.spells[0].fact)
    if _restates(tally, counting.spells, least=1 if counting.tells else 2):
        return tally  # 真23天
    if counting.in_fact and _one_of_a_group(tally, counting):
        return _some_apart(tally, counting)
    numbered = _by_its_number(tally, counting)
    if numbered is not None:
        return numbered
    again = _of_one_told(tally, counting)
    if again is not None:
        return replace(tally, spells=tuple(_in_place_of(s, counting.spells[0]) if s is again else s for s in tally.spells))
    if _on_other_days(tally, counting):
        return _added(tally, counting)
    if _says_no_more(tally, counting):
        return Doubt(Reason.WHICH_SPELL, counting.spells[0].fact)
    facts = {spell.fact for spell in counting.spells}
    if counting.relation is Relation.ADDS:
        return replace(tally, spells=(*tally.spells, *counting.spells))
    spells = _of_what_was_told(tally, counting)
    aside = tuple(spell for spell in tally.spells if spell.fact in facts and spell not in spells)
    others = tuple(spell for spell in tally.spells if spell.fact not in facts)
    return Tally((*others, *spells), (*tally.earlier, *aside)[-_MOST_EARLIER:])


def _of_one_told(tally: Tally, counting: Counting) -> Spell | None:
    """The one spell, of several told, of the very person whose days are told again: 我11天她13天 — 她是15天."""
    if len(counting.spells) != 1 or len(tally.spells) < 2 or not (counting.tells and counting.whose) or tally.told:
        return None
    told = counting.spells[0]
    name = _named({spell.person for spell in tally.spells}, told.person)
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
        return _added(tally, counting)
    return _replaced(tally, counting) if 0 <= which < len(known) > 1 else None


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
    return same and not any(_meet(one, other) for one in counting.spells for other in tally.spells)


def _says_no_more(tally: Tally, counting: Counting) -> bool:
    """Whether days are only told, of somebody whose days were told, with nothing to say if they are more, part of those, or others.

    A bare count is told anew, and so is one that was asked for, or that is said to be all there was.
    """
    if not counting.tells or counting.supposed or not tally.spells or counting.bare or counting.replies or counting.whole:
        return False
    if any(_under_other_facts(spell, tally.spells[-1]) for spell in counting.spells):
        return False
    known = {(spell.fact, spell.person, spell.people) for spell in tally.spells}
    return {(spell.fact, spell.person, spell.people) for spell in counting.spells} <= known


def _restates(tally: Tally, spells: Sequence[Spell], least: int = 2) -> bool:
    """Whether a message only names what all spells told come to: 这20天一共."""
    if len(spells) != 1 or spells[0].days or spells[0].facts:
        return False
    known = tally.of(spells[0].fact)
    alike = all(spell.exact and spell.people == 1 and spell.person == spells[0].person for spell in known)
    return len(known) >= least and alike and sum(spell.low for spell in known) == spells[0].low == spells[0].high


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


def _added(tally: Tally, counting: Counting) -> Tally | Doubt:
    """又干了5天: one more spell; under the facts of those before, if they are alike and it names none."""
    spells = tally.spells
    known = {spell.person for spell in spells}
    for told in counting.spells:
        spell = replace(told, person=_named(known, told.person))  # 我20天，我妹18天 — 她还得添2天
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


def _taken_off(tally: Tally, counting: Counting) -> Tally | Doubt:
    """再减5天: from the one spell it can mean."""
    result = tally
    for less in counting.spells:
        fitting = [spell for spell in result.of(less.fact) if _fits(spell, less)]
        alike = {(spell.facts, spell.person, spell.people) for spell in fitting}
        if len(alike) != 1:
            return Doubt(Reason.WHICH_SPELL, less.fact)
        base = max(fitting, key=lambda spell: spell.low)
        if base.low <= less.high:
            return Doubt(Reason.OUT_OF_RANGE, less.fact)
        shown = f"{base.working} - {less.low}" if base.working else f"{base.low} - {less.low}"
        lower = replace(base, low=base.low - less.high, high=base.high - less.low, working=shown)
        result = replace(result, spells=tuple(lower if spell is base else spell for spell in result.spells))
    return result


def _fits(spell: Spell, less: Spell) -> bool:
    return set(less.facts) <= set(spell.facts) or not less.facts


def _split(tally: Tally, counting: Counting) -> Tally | Doubt:
    """其中10天在卡口: the part under its own facts, the rest as before."""
    part = counting.spells[0]
    known = tally.of(part.fact)
    if len(counting.spells) != 1 or len(known) != 1 or not known[0].exact or not part.exact or not part.facts:
        return Doubt(Reason.WHICH_SPELL, part.fact)
    whole = known[0]
    if part.low >= whole.low:
        return Doubt(Reason.OUT_OF_RANGE, part.fact)
    facts = part.facts if counting.here else tuple(sorted({**dict(whole.facts), **dict(part.facts)}.items()))
    inside = replace(part, person=whole.person, people=whole.people, facts=facts, month=_month_kept(whole, part))
    left = replace(whole, low=whole.low - part.low, high=whole.high - part.low, working=f"{whole.low} - {part.low}")
    others = tuple(spell for spell in tally.spells if spell is not whole)
    return replace(tally, spells=(*others, inside, left))


def _some_apart(tally: Tally, counting: Counting) -> Tally | Doubt:
    """其中一个只干了6天: of the one group counted before, so many told apart, under its facts unless others are told."""
    some = counting.spells[0]
    groups = [spell for spell in tally.of(some.fact) if spell.people > some.people]
    if len(counting.spells) != 1 or len(groups) != 1:
        return Doubt(Reason.EACH_OR_TOGETHER, some.fact)
    group = groups[0]
    own = replace(_under_facts_of(group, some), month=_month_kept(group, some))
    left = replace(group, people=group.people - some.people)
    return replace(tally, spells=tuple(known for spell in tally.spells for known in ((left, own) if spell is group else (spell,))))


def _replaced(tally: Tally, counting: Counting) -> Tally | Doubt:
    """不对，是25天: in the place of the spell before, under its facts unless others are told."""
    spells = tally.spells
    for fact in dict.fromkeys(spell.fact for spell in counting.spells):
        old, new = tally.of(fact), [spell for spell in counting.spells if spell.fact == fact]
        if len(old) != len(new) and len(old) > 1:
            at = _meant(old, new, counting)
            if at is None:
                return Doubt(Reason.WHICH_SPELL, fact)
            new = [*old[:at], _in_place_of(old[at], new[0]), *old[at + 1 :]]
        if len(old) == len(new) == 1:
            own = replace(new[0], person=new[0].person or old[0].person, month=_month_kept(old[0], new[0]))
            new = [replace(_under_facts_of(old[0], own), people=max(old[0].people, new[0].people))]
        spells = (*(spell for spell in spells if spell.fact != fact), *new)
    return replace(tally, spells=spells)


def _meant(old: Sequence[Spell], new: Sequence[Spell], counting: Counting) -> int | None:
    """Which of several spells is set right: that named by order, month or person, or the only one as long as what is told anew."""
    if len(new) != 1:
        return None
    which = counting.which
    named = _named({spell.person for spell in old}, new[0].person)
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


_FOLDS: dict[Relation, Callable[[Tally, Counting], Tally | Doubt]] = {
    Relation.ADDS: _added,
    Relation.TAKES_OFF: _taken_off,
    Relation.OF_WHICH: _split,
    Relation.REPLACES: _replaced,
    Relation.SOME_OF_THEM: _some_apart,
}


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
