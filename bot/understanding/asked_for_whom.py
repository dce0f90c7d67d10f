"""For whom something is asked: who gets it, not who pays, asks, goes along or is only compared with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.language.asked_for_what import asks_for_a_share, asks_what_one_gets, asks_what_one_has
from bot.language.assertions import predicates, states
from bot.language.clauses import clause_bounds, clauses
from bot.language.clefts import DENIES_IT, MEANT, WENT
from bot.language.illness import ILL, IN_NEED, PASSES_IT_ON
from bot.language.kin_terms import COUNTED_AS
from bot.language.kinship import GROUP, HOUSEHOLD, NOBODY, SELF
from bot.language.patterns import Found
from bot.language.pronouns import AWAY, OF_THOSE, ONESELF, PRONOUNS, STRESSED, TO_ONESELF, WHOSE, may_mean
from bot.language.question_forms import (
    Form,
    asks_for_a_side,
    ends_seeking_assent,
    ends_with_the_rest,
    form_of,
    puts_yes_or_no,
)
from bot.language.questions import asks
from bot.language.semantic_roles import (
    ACTS_FOR,
    AS,
    BY,
    CALLED,
    GOES_TOO,
    HOLDS_IT,
    LIKENED,
    LIVED_WITH,
    LIVES,
    LOOKED_AFTER,
    MAY_THEY,
    ONLY_ASKS,
    PAYS,
    REGISTERED,
    WANTS,
    WITH,
)
from bot.language.signals import Signal
from bot.understanding.named import Named
from bot.understanding.whose_illness import whose_illness, without_those_who_act

_ELIDED = 2
"""Characters before 能 up to which its clause has no subject of its own: the one named before is meant."""

_ELDERS = ("paternal", "maternal", "elders")
"""Named for their registration or their need, seldom as those who get something."""

_WORD = 2
"""Characters behind somebody that make what is written with them a phrase, 爸爸|在一线, and no other word, 老大|夫."""

_SEVERAL = 2

_LITTLE = 4
"""Characters behind somebody who is said to be meant: 就是我舅舅|看病."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What people say around somebody: ``gets`` behind one who gets something, ``given`` before one who does, ``unmarried``
    of a couple."""

    gets: Signal
    given: Signal
    unmarried: Signal


def asked_for_whom(
    text: str,
    named: tuple[Named, ...],
    telling: Sequence[Found],
    staff: frozenset[str],
    told: Collection[str],
    wording: Wording,
) -> Named | None:
    """The one for whom a message asks: who gets it, else whoever it tells to be in need, is set apart, meant, or named first.

    ``telling`` are words that show a medical worker, ``staff`` all known to be one, ``told`` those whom this message shows.
    """
    asked = _gets_it(text, without_those_who_act(text, named, staff), wording)
    asked = whose_illness(text, asked, named, telling) or asked
    asked = _needy(text, asked, named, telling) or asked or _ill_oneself(text, named, staff)
    asked = asked or _stressed(text, named, staff) or _meant(text, named, telling)
    asked = asked or _worker_asked(text, named, staff) or _family_asked(text, named)
    asked = asked or _whose_matter(text, named, told) or _turned_to(text, named)
    return _whose_share(text, asked, named, told) or asked


def _whose_matter(text: str, named: Sequence[Named], staff: Collection[str]) -> Named | None:
    """The one whom a bare name of a matter begins with: 那|他|医药费, 我妹|的保险."""
    first = next(iter(named), None)
    if first is None or len(named) != 1 or first.who in (NOBODY, GROUP, HOUSEHOLD) or first.who in staff or len(clauses(text)) != 1:
        return None
    fragment = first.start <= _ELIDED and first.end < len(text) and not (asks(text) or predicates(text) or states(text))
    theirs = first.mine or first.who == SELF or text[first.start : first.end] in PRONOUNS
    return first if fragment and theirs else None


def _turned_to(text: str, named: Sequence[Named]) -> Named | None:
    """The speaker, where a message says first that it turns to themselves: |回来说我的|，…"""
    turned = TO_ONESELF.match(text)
    return next((one for one in named if one.who == SELF and one.start < turned.end()), None) if turned is not None else None


def _gets_it(text: str, named: Sequence[Named], wording: Wording) -> Named | None:
    """The one named who, in the last clause that asks about getting something, gets it."""
    named = [one for one in named if one.who != SELF or ONLY_ASKS.match(text, one.end) is None]
    likened = [one for one in named if _only_likened(text, one)]
    meant = [one for one in named if one not in likened and not _only_holds(text, one) and not _plays_a_part(text, one)]
    for begin, end in reversed(clauses(text)):
        clause = text[begin:end]
        if not asks(clause) and not text.startswith("？", end) and not (end == len(text) and ends_seeking_assent(clause)):
            continue
        found = _receiving(text, begin, end, meant, wording)
        if found is None and any(begin <= one.start < end for one in likened):
            found = next((one for one in reversed(meant) if one.end <= begin), None)
        if found is not None:
            return found
    return None


def _only_holds(text: str, one: Named) -> bool:
    """Whether somebody is only named as the holder of a registration: 姥姥|户口在红桥, 户口是|姥姥的."""
    return REGISTERED.match(text, one.end) is not None or HOLDS_IT.search(text, 0, one.start) is not None


def _plays_a_part(text: str, one: Named) -> bool:
    """Whether somebody is only named as who passed it on, or whom another calls: 被|家人传染, 打给|她的电话费."""
    infects = BY.search(text, 0, one.start) is not None and PASSES_IT_ON.match(text, one.end) is not None
    return infects or CALLED.search(text, 0, one.start) is not None


def _stressed(text: str, named: Sequence[Named], staff: Collection[str]) -> Named | None:
    """The speaker, where set against a medical worker who is somebody else, and nobody is named after: 我自个儿住院，给报吗."""
    last = named[-1] if named else None
    told = last is not None and last.who == SELF and STRESSED.match(text, last.start) is not None
    return last if told and staff and SELF not in staff and asks(text) else None


def _meant(text: str, named: Sequence[Named], telling: Sequence[Found]) -> Named | None:
    """The one whom a statement says the question is about, or who is in need, where its clause tells of no work: 看病的是|我妈."""
    for one in reversed(named):
        begin, end = clause_bounds(text, one.start, one.end)
        works = any(found.start < end and begin < found.end for found in telling) or BY.search(text, 0, one.start) is not None
        if one.who not in (SELF, NOBODY, HOUSEHOLD) and not works and not asks(text[begin:end]) and _told_to_be(text, one, end):
            return one
    return None


def _ill_oneself(text: str, named: Sequence[Named], staff: Collection[str]) -> Named | None:
    """The speaker, who tells first of being ill, where another is the medical worker: |我|阑尾炎住院了，我老公是一线的，医药费报吗."""
    first = next(iter(named), None)
    if first is None or first.who != SELF or SELF in staff or not staff or not asks(text):
        return None
    _, end = clause_bounds(text, first.start, first.end)
    return first if ILL.search(text, first.end, end) is not None else None


def _needy(text: str, asked: Named | None, named: Sequence[Named], telling: Sequence[Found]) -> Named | None:
    """Who is in need, where the speaker only says not to be the medical worker, and nobody is named where something is asked:
    老人|没人管，我弟是护士，我不是，能叫社区来吗.
    """
    if asked is None or asked.who != SELF or DENIES_IT.match(text, asked.end) is None:
        return None
    return _meant(text, [one for one in named if IN_NEED.match(text, one.end) is not None], telling)


def _worker_asked(text: str, named: Sequence[Named], staff: Collection[str]) -> Named | None:
    """The one of several medical workers whom alone a message names, in the last clause that asks: 先说她一天多少."""
    if len(staff) < _SEVERAL or len({one.who for one in named if one.who in staff}) != 1:
        return None
    asking = next((bounds for bounds in reversed(clauses(text)) if asks(text[slice(*bounds)])), (0, 0))
    inside = [one for one in named if asking[0] <= one.start < asking[1]]
    return inside[0] if len(inside) == 1 and inside[0].who in staff else None


def _family_asked(text: str, named: Sequence[Named]) -> Named | None:
    """The family, where what there is for it is asked by its name first: 我妈是护士，家属|有什么待遇."""
    for one in (one for one in named if not _is_counted_as(text, one)):
        begin, end = clause_bounds(text, one.start, one.end)
        first = all(begin > other.start or other.start >= one.start or other.who == SELF for other in named)
        if one.who == GROUP and first and one.start - begin <= _ELIDED and asks_what_one_gets(text[begin:end]):
            return one
    return None


def _whose_share(text: str, asked: Named | None, named: Sequence[Named], staff: Collection[str]) -> Named | None:
    """The one medical worker told of, where a pronoun asks for a share, or of one far away, and somebody else was named in between.

    我老公去支援，家里剩奶奶和我，补助有|他|份吗: the share is of whoever works, not of whom else was spoken of last.
    """
    if asked is None or asked.who in staff or SELF in staff or text[asked.start : asked.end] not in PRONOUNS:
        return None
    workers = [one for one in named if one.who in staff and one.end <= asked.start]
    share = asks_for_a_share(text[max(0, asked.start - 1) : asked.end + _WORD])
    if len({one.who for one in workers}) != 1 or not (share or AWAY.match(text, asked.end)):
        return None
    fits = may_mean(text[asked.start : asked.end], text[workers[0].start : workers[0].end])
    return replace(asked, who=workers[0].who, mine=workers[0].mine) if fits else None


def _told_to_be(text: str, one: Named, end: int) -> bool:
    if IN_NEED.match(text, one.end, end) is not None:
        return True
    went = one.end < end and WENT.match(text, one.end, end) is not None
    return MEANT.search(text, 0, one.start) is not None and not went and end - one.end <= _LITTLE


def _receiving(text: str, begin: int, end: int, named: Sequence[Named], wording: Wording) -> Named | None:
    """Whom a clause that asks is about: given something, getting something, or its subject where yes or no is asked."""
    counted = [one for one in named if begin <= one.start < end and _is_counted_as(text, one)]
    named = _taking_part(text, named, counted)
    clause, inside = text[begin:end], [one for one in named if begin <= one.start < end]
    found = _given(text, begin, end, inside, wording) or _getting(text, begin, end, named, wording)
    if found is not None:
        return found
    if not inside and MAY_THEY.fullmatch(clause) is not None:
        return _who_wants(text, begin, named)
    return _subject_asked(text, begin, end, inside, counted)


def _taking_part(text: str, named: Sequence[Named], counted: Sequence[Named]) -> list[Named]:
    """Those who may get something: not who only goes along or pays, what somebody counts as, nor who acts for another."""
    named = [one for one in named if not (one.who == SELF and _only_beside(text, one, named)) and one not in counted]
    acting = [one for one in named if ACTS_FOR.match(text, one.end) is not None]
    meant = {one.who for one in acting}  # a pronoun behind them is for whom they act: 家属能替|他|报吗
    pronouns = [one for one in named if one.who in meant and text[one.start : one.end] in PRONOUNS]
    return [one for one in named if one not in acting and one not in pronouns]


def _given(text: str, begin: int, end: int, inside: Sequence[Named], wording: Wording) -> Named | None:
    """Who is given something in a clause, or looked after."""
    stops = [begin + stop for _, stop in wording.given.spans(text[begin:end])]
    receiving = [one for one in inside if any(stop <= one.start and WHOSE.fullmatch(text, stop, one.start) for stop in stops)]
    found = receiving or [one for one in inside if _is_looked_after(text, one)]
    return found[-1] if found else None


def _getting(text: str, begin: int, end: int, named: Sequence[Named], wording: Wording) -> Named | None:
    """Who stands nearest before a word for getting something; before the clause too, where that has no subject of its own."""
    clause = text[begin:end]
    for start, _ in reversed(wording.gets.spans(clause)):
        earliest = begin if start > _ELIDED or asks_for_a_side(clause[:start]) else 0  # 几天能下来: of no one
        before = [one for one in named if earliest <= one.start and one.end <= begin + start]
        before = [one for one in before if BY.search(text, 0, one.start) is None and not _is_lived_with(text, one)]
        near = [one for one in before if one.start >= begin or one.who not in _ELDERS]
        if near:
            return near[-1]
    return None


def _subject_asked(text: str, begin: int, end: int, inside: Sequence[Named], counted: Sequence[Named]) -> Named | None:
    """The subject of a clause that asks for yes or no, what somebody counts as, or the same as before."""
    told = [one for one in inside if one.who not in _ELDERS] or inside
    if not told:
        return None
    clause, first, last = text[begin:end], told[0], told[-1]
    if counted and last.end <= counted[-1].start:
        return last  # 我算家属吗
    if first.start - begin <= 1 and ends_with_the_rest(clause):
        return first  # 我妈住院呢, 她自己那份呢
    whether = puts_yes_or_no(clause) or (text.startswith("？", end) and form_of(f"{clause}？") is Form.WHETHER)
    of_oneself = last.who == SELF and text[last.start : last.end] in ONESELF and ends_with_the_rest(clause)
    has = last.who == SELF and asks_what_one_has(text[last.end : end])  # 我有什么保险
    return last if OF_THOSE.match(text, last.end, end) or whether or of_oneself or has else None


def _only_beside(text: str, speaker: Named, named: Sequence[Named]) -> bool:
    """Whether the speaker only goes along or pays, where somebody else was named: 我妈跟|我|去行吗, 他住院了，要|我|先垫钱吗."""
    before = [one for one in named if one.end <= speaker.start and one.who not in (SELF, NOBODY)]
    along = WITH.search(text, 0, speaker.start) is not None and GOES_TOO.match(text, speaker.end) is not None
    inside = any(one.start >= clause_bounds(text, speaker.start, speaker.end)[0] for one in before)
    return bool(before) and ((along and inside) or PAYS.match(text, speaker.end) is not None)


def _is_counted_as(text: str, one: Named) -> bool:
    """Whether the family is only named for what somebody counts as: 没结婚，我算|家属|吗."""
    return one.who == GROUP and COUNTED_AS.search(text, 0, one.start) is not None


def _who_wants(text: str, end: int, named: Sequence[Named]) -> Named | None:
    """The one relative of whom the clause right before says that they want something: 我婆婆也想去，|行不."""
    begin, stop = clause_bounds(text, end - 1, end - 1)
    before = [one for one in named if begin <= one.start < stop]
    wants = len(before) == 1 and WANTS.search(text, before[0].end, stop) is not None
    return before[0] if wants and before[0].who != SELF else None


def _is_looked_after(text: str, one: Named) -> bool:
    """Whether somebody is to be looked after: 社区能照看|她|吗, 来人照看|我姥姥."""
    return one.who != NOBODY and LOOKED_AFTER.search(text, 0, one.start) is not None


def _is_lived_with(text: str, one: Named) -> bool:
    """Whether it is only said that another lives with somebody: 我妈跟|我|住."""
    return LIVED_WITH.search(text, 0, one.start) is not None and LIVES.match(text, one.end) is not None


def _only_likened(text: str, one: Named) -> bool:
    """Whether somebody is only compared with: 照我这样报."""
    return LIKENED.search(text, 0, one.start) is not None and AS.match(text, one.end) is not None
