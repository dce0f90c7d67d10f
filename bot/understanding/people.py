"""Who a message speaks of: who is the medical worker, whom the question is about, of whom each thing is said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.analyse import Analysis
from bot.language.asked_for_what import asks_for_a_share, asks_what_one_gets, asks_what_one_has
from bot.language.asked_of_whom import asks_of_there
from bot.language.assertions import predicates, states
from bot.language.clauses import clause_bounds, clauses
from bot.language.crews import TOGETHER_WITH
from bot.language.kinship import (
    ACTS_FOR,
    ADULTS_TO,
    ANOTHER_NAMED,
    AS,
    AWAY,
    BY,
    CALLED,
    CLEFT,
    COUNTED_AS,
    DENIES_IT,
    GETS_AT_HOME,
    GOES_TOO,
    GROUP,
    GROWN_UP,
    HOLDS_IT,
    HOUSEHOLD,
    I_AM,
    ILL,
    IN_NEED,
    IS_MINE,
    IT_IS_THEY,
    KIN_TO,
    LIKENED,
    LIVED_WITH,
    LIVES,
    LOOKED_AFTER,
    MAY_THEY,
    MEANT,
    NOBODY,
    OF_PARENTS_AGE,
    OF_THE_WORKER,
    OF_THEIR_OWN,
    OF_THOSE,
    ONESELF,
    ONLY_ASKS,
    OTHER,
    PASSES_IT_ON,
    PAYS,
    PRONOUN_ALONE,
    PRONOUNS,
    REGISTERED,
    SAYS_TO_BE,
    SELF,
    SEVERAL_OF,
    SPEAKERS,
    STRESSED,
    THEIR_CHILD,
    THEIR_PARENTS,
    TO_ONESELF,
    TOO,
    WANTS,
    WENT,
    WHOSE,
    WITH,
    WORKED,
    WORKER,
    YOUNG,
    may_mean,
    seen_from,
    speaks_as,
)
from bot.language.negation import denied
from bot.language.particles import FUNCTION, POSSESSIVE
from bot.language.patterns import Found
from bot.language.question_forms import (
    Form,
    asks_for_a_side,
    ends_seeking_assent,
    ends_with_the_rest,
    form_of,
    puts_yes_or_no,
)
from bot.language.questions import asks
from bot.language.signals import Signal
from bot.understanding.named import OF_ONES_AGE, Named, grandchildren_meant, kin_of, named_people
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

_NEAR = 10
"""Characters between somebody and what is said of them within a clause."""


@dataclass(frozen=True, slots=True)
class People:
    """``staff`` are those said to be medical workers; ``asked_for`` is whom the question is about; ``last`` is spoken of last;
    ``mine``: whoever is asked for was called the speaker's own. ``kin_as``: what the speaker says to be to a medical worker.
    ``told``: those of ``staff`` whom this very message shows to be medical workers. ``pupil``: the speaker is the child asked about.
    """

    named: tuple[Named, ...] = ()
    staff: frozenset[str] = frozenset()
    asked_for: str | None = None
    last: str | None = None
    mine: bool = False
    kin_as: str | None = None
    told: frozenset[str] = frozenset()
    pupil: bool = False

    def subject(self, text: str, start: int) -> str | None:
        """Of whom what stands at ``start`` is said: the nearest named before it in its clause, else before its clause."""
        begin, _ = clause_bounds(text, start, start)
        before = [named for named in self.named if named.end <= start]
        inside = [named for named in before if named.start >= begin]
        if len(inside) > 1 and _beside_speaker(text, inside[-2], inside[-1]):
            return SELF
        if inside:
            return inside[-1].who
        return before[-1].who if before else None

    def behind(self, text: str, end: int) -> str | None:
        """Of whom what ends there is said, where that is turned round: 支援的是我妹."""
        _, stop = clause_bounds(text, end, end)
        found = next((named for named in self.named if end <= named.start < stop), None)
        if found is not None and CLEFT.search(text[end : found.start]):
            return found.who
        cleft = CLEFT.match(text, end, stop)
        return NOBODY if cleft is not None and ANOTHER_NAMED.match(text, cleft.end(), stop) else None

    def relation(self) -> str | None:
        """What the person asked for is to the medical worker: ``self`` is that worker; None if it is not told."""
        last_is_worker = bool(self.named) and self.named[-1].who == WORKER
        if self.asked_for == WORKER or (self.asked_for is None and last_is_worker):
            return SELF
        if self.kin_as is not None and self.asked_for in (None, SELF):
            return seen_from(self.kin_as, SELF)
        if self.asked_for is None or self.asked_for == NOBODY or (self.asked_for == SELF and not self.staff):
            return None
        return self._to_worker(self.asked_for, self.mine)

    def of_child(self) -> str | None:
        """What the child spoken of is to the medical worker; None if none is, or nobody is told to be one.

        A child that a message names without saying whose is the one spoken of before, be the worker an aunt: 孩子姥姥的户口呢.
        """
        young = [one for one in self.named if one.who in YOUNG and one.who not in self.staff]
        if self.pupil and self.staff and not self.staff & {SELF, *ADULTS_TO}:
            return self._to_worker(SELF, mine=False)
        if not young or not self._workers():
            return None
        child = next((one for one in reversed(young) if one.mine or one.who == self.asked_for), young[-1])
        child = next((one for one in young if one.who == child.who and one.mine), child)  # 我儿子入园，算医护家的|孩子|吗
        relation = self._to_worker(child.who, child.mine)
        whose_untold = child.who == "child" and not child.mine and not self.told
        return None if whose_untold and relation != "child" else relation

    def _workers(self) -> frozenset[str]:
        """Those said to be medical workers, or the one to whom the speaker only says to be kin, seen from the speaker: 我是护士的弟弟."""
        kin = KIN_TO.get(self.kin_as or "")
        return self.staff or (frozenset({kin}) if kin is not None else frozenset())

    def _hers(self, who: str, mine: bool) -> bool:
        """Whether a child not called the speaker's own is that of the relative of their age told of beside it: 我妹想让|孩子|上学."""
        return who == "child" and not mine and bool(self.told) and self.told <= {*OF_ONES_AGE}

    def _to_worker(self, who: str, mine: bool) -> str:
        staff = self._workers()
        if self._hers(who, mine):
            return "child"
        if who in staff or (not staff and who == SELF):
            return SELF
        if "spouse" in staff and who == "child":
            return "child"
        nearest = SELF if SELF in staff or not staff else sorted(staff)[0]
        if not staff and who == "grandchild":
            nearest = "child"  # a grandparent speaks, and a medical worker of that age is the child's parent
        if mine and who == "child" and nearest in OF_PARENTS_AGE:
            return OTHER
        if who == "elders" and nearest == "child":
            return "parent"  # 我闺女是护士，管不管我们老的
        return seen_from(who, nearest)

    def worker(self) -> str | None:
        """The medical worker that the question is about: the one asked for, the one this message tells of, or the only one known.

        None if nobody is, or several are. 我老公也是护士，援鄂的, of one who is a nurse too, is told of him alone.
        """
        if self.asked_for in self.staff:
            return self.asked_for
        meant = self.staff if len(self.staff) == 1 else self.told
        return next(iter(meant)) if len(meant) == 1 else None


def asks_of_them(text: str, people: People) -> bool:
    """Whether it is of somebody spoken of before, or of where they are, and not of the speaker: 她们那儿有吗."""
    return asks_of_there(text) and all(one.who != SELF for one in people.named)


def names_only_people(text: str, people: People) -> bool:
    """Whether a message does no more than name somebody: 我自己, 我妈和我爸."""
    taken = {i for one in people.named for i in range(one.start, one.end)}
    return bool(taken) and not any(ch.isalnum() and i not in taken and ch not in FUNCTION for i, ch in enumerate(text))


def _beside_speaker(text: str, first: Named, second: Named) -> bool:
    """Whether somebody is named in one breath with the speaker, so that what follows is said of both: 我和同事, 我跟老公."""
    return first.who == SELF and text[first.end : second.start] in TOGETHER_WITH


@dataclass(frozen=True, slots=True)
class Wording:
    """What people say around somebody: ``gets`` behind one who gets something, ``given`` before one who does, ``unmarried``
    of a couple."""

    gets: Signal
    given: Signal
    unmarried: Signal


def people_of(
    analysis: Analysis,
    telling: Sequence[Found],
    known: frozenset[str],
    last: str | None,
    wording: Wording,
    young: str | None = None,
) -> People:
    """Read who is who. ``telling`` are words that show a medical worker, ``known`` those told before, ``young`` a child told of."""
    text = analysis.text
    named = named_people(analysis, _spoken_of(text, last, known, telling), young)
    if wording.unmarried.heard(text):
        named = tuple(replace(one, who="partner") if one.who == "spouse" else one for one in named)
    people = People(named)
    shown = [
        _said_of(people, text, found)
        for found in telling
        if not denied(text, found.start, found.end) and not _owns_somebody(text, named, found) and not _gets_what_they_get(text, found)
    ]
    staff = {SELF if who == HOUSEHOLD else who for who in shown if who is not None and who not in (NOBODY, GROUP)}
    staff |= {one.who for found in telling if (one := _said_instead(text, named, found)) is not None and one.who != NOBODY}
    if any(two.who in staff and _beside_speaker(text, one, two) for one, two in pairwise(named)):
        staff.add(SELF)  # 我和老公都去了武汉: both
    staff |= _whose_days(text, named, known)
    too = _speaker_too(text, named, telling, known | staff)
    others = [one.who for one in named if one.who not in (SELF, NOBODY)]
    singly = [one.who for one in named if one.who in others and SEVERAL_OF.search(text, 0, one.start) is None]
    kin_as = _kin_as(text, named, telling) or (speaks_as(text) if SELF not in known | staff else None)
    if kin_as is None and last is None and not known | staff:
        kin_as, theirs = _kin_to_somebody(text, named)
        staff |= theirs
    staff |= set() if known | staff or kin_as is not None else _whose_house_gets_it(text, named)
    named = grandchildren_meant(text, _worker_meant(text, named, kin_as), known | staff)
    asked = _asked_for(text, without_those_who_act(text, named, known | staff), wording)
    asked = whose_illness(text, asked, named, telling) or asked
    asked = _needy(text, asked, named, telling) or asked or _ill_oneself(text, named, known | staff)
    asked = asked or _stressed(text, named, known | staff) or _meant(text, named, telling)
    asked = asked or _worker_asked(text, named, known | staff) or _family_asked(text, named)
    asked = asked or _whose_matter(text, named, staff) or _turned_to(text, named)
    asked = _whose_share(text, asked, named, staff) or asked
    who, mine = (asked.who, asked.mine) if asked is not None else (None, False)
    latest = (singly or others)[-1] if others else last
    return People(named, known | staff | too, who, latest, mine, kin_as, frozenset(staff))


def _spoken_of(text: str, last: str | None, known: Collection[str], telling: Sequence[Found]) -> str | None:
    """Whom a pronoun means that has nobody before it: who was spoken of last, or the one medical worker told of before a child or
    elders were, where it says what neither does or has: 女儿上小学 — |他|没去湖北; 我儿子呢 — |她|儿子呢.
    """
    workers = {*known} - {SELF}
    young, old = last in YOUNG, last in OF_PARENTS_AGE
    if last is None or not (young or old) or last in workers or len(workers) != 1:
        return last
    works = bool(telling) and PRONOUN_ALONE.search(text) is not None
    has = (THEIR_CHILD if young else THEIR_PARENTS).search(text) is not None
    return next(iter(workers)) if works or has else last


def _whose_days(text: str, named: Sequence[Named], known: Collection[str]) -> set[str]:
    """Those whose days of work are told; the speaker too, where another is known to be the medical worker: 我上了5天."""
    nobody = {NOBODY, HOUSEHOLD, GROUP} | (set() if {*known} - {SELF} else {SELF})
    return {one.who for one in named if one.who not in nobody and WORKED.match(text, one.end) is not None}


def _speaker_too(text: str, named: Sequence[Named], telling: Sequence[Found], staff: Collection[str]) -> frozenset[str]:
    """The speaker, where of the only medical worker known it is said that they are one too: 我老公|也是|护士."""
    shown = [one for one in named for found in telling if one.end <= found.start and TOO.match(text, one.end, found.start)]
    too = len(staff) == 1 and SELF not in staff and any(one.who in staff for one in shown)
    return frozenset({SELF}) if too else frozenset()


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


def _whose_house_gets_it(text: str, named: Sequence[Named]) -> set[str]:
    """Kin of the speaker's age whose household is told to get what those of medical workers do: 我哥家每月领一千，我们能领吗."""
    return {one.who for one in named if one.who in OF_ONES_AGE and GETS_AT_HOME.match(text, one.end) is not None}


def _worker_meant(text: str, named: tuple[Named, ...], kin_as: str | None) -> tuple[Named, ...]:
    """Those named, a pronoun behind 我是护士的妈妈 for the worker, and a child behind one for the worker's: 我是她嫂子，|她家孩子|…"""
    worker = KIN_TO.get(kin_as or "")

    def meant(one: Named) -> Named:
        if one.who == kin_as and text[one.start : one.end] in PRONOUNS:
            return replace(one, who=WORKER)
        hers = worker is not None and one.who == "child" and not one.mine and text.startswith(PRONOUNS, one.start)
        return replace(one, who=kin_of(one.who, worker)) if hers else one

    return tuple(map(meant, named))


def _kin_as(text: str, named: Sequence[Named], telling: Sequence[Found]) -> str | None:
    """What the speaker says to be to a medical worker named only by trade: 我是援鄂队员的老婆."""
    for found in telling:
        kin = next((one for one in named if one.start >= found.end), None)
        if kin is not None and _says_to_be_kin(text, found, kin):
            return kin.who
    return None


def _kin_to_somebody(text: str, named: Sequence[Named]) -> tuple[str | None, set[str]]:
    """What the speaker says to be to somebody whom nobody named before, and who that one is said to be to them: 我是|她小姑子; 她是我|嫂子.

    That is the medical worker, where nobody else is meant: not a child who goes to school (我是他舅舅，他能入园吗).
    """
    first = next((one for one in named if one.who != SELF), None)
    if first is None or first.who in (*YOUNG, *OF_PARENTS_AGE, NOBODY):
        return None, set()
    behind = [one for one in named if one.start >= first.end]
    own = any(one.mine if one.who in YOUNG else one.who == SELF and ONLY_ASKS.match(text, one.end) is None for one in behind)
    if SAYS_TO_BE.search(text, 0, first.start) and text.startswith(PRONOUNS, first.start):
        return (first.who if first.who in GROWN_UP or (own and first.who in KIN_TO) else None), set()
    return None, {first.who} if own and first.mine and IS_MINE.search(text, 0, first.start) else set()


def _says_to_be_kin(text: str, found: Found, kin: Named) -> bool:
    """Whether the speaker is said to be the kin of the medical worker named right before: 我是|护士|老公; 护士她|老公，…"""
    between = text[found.end : kin.start]
    alone = found.start == 0 and text.startswith("，", kin.end) and (bool(between) or text.startswith(PRONOUNS, kin.start))
    told = kin.who not in (SELF, NOBODY) and (alone or I_AM.search(text, 0, kin.start) is not None)
    bare = not between and not kin.mine and kin.who not in OF_PARENTS_AGE
    return told and (bare or OF_THE_WORKER.fullmatch(between) is not None)


def _said_instead(text: str, named: Sequence[Named], found: Found) -> Named | None:
    """Who is said to be what another is denied to be, the noun left out: 我老公不是医护，|我|是."""
    if not denied(text, found.start, found.end):
        return None
    _, stop = clause_bounds(text, found.start, found.end)
    begins = ("", *SPEAKERS)
    return next((one for one in named if text[stop + 1 : one.start] in begins and IT_IS_THEY.match(text, one.end) is not None), None)


def _gets_what_they_get(text: str, found: Found) -> bool:
    """Whether medical workers are only named for what is theirs: 孩子能沾上|医务人员|的优先吗."""
    return OF_THEIR_OWN.search(text, 0, found.start) is not None and text.startswith(POSSESSIVE, found.end)


def _owns_somebody(text: str, named: Sequence[Named], found: Found) -> bool:
    """Whether a medical worker is named only to say whose somebody is: 我是护士|的邻居, 医护|家的孩子, 护士|家属."""
    behind = next((one for one in named if one.start >= found.end), None)
    if behind is None:
        return False
    if _says_to_be_kin(text, found, behind):
        return True
    between = text[found.end : behind.start]
    counted_as = behind.who == "child" and COUNTED_AS.search(text, 0, found.start) is not None  # 算不算|一线|子女
    return OF_THE_WORKER.fullmatch(between) is not None or (not between and (behind.who == GROUP or counted_as))


def _said_of(people: People, text: str, found: Found) -> str | None:
    """Who is shown to be a medical worker: named shortly before in the clause, or, in 支援的是我妹, right behind."""
    inside = [one for one in people.named if one.start < found.end - 1 and found.start + 1 < one.end]
    if inside:
        return inside[-1].who
    begin, _ = clause_bounds(text, found.start, found.end)
    before = [one for one in people.named if begin <= one.start and one.end <= found.start + 1]
    if before and found.start - before[-1].end <= _NEAR:
        return before[-1].who
    behind = people.behind(text, found.end)
    return behind or (people.subject(text, found.start) if not before else None)


def _asked_for(text: str, named: Sequence[Named], wording: Wording) -> Named | None:
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
    named = [one for one in named if not (one.who == SELF and _only_beside(text, one, named))]
    counted = [one for one in named if begin <= one.start < end and _is_counted_as(text, one)]
    named = [one for one in named if one not in counted]
    acting = [one for one in named if ACTS_FOR.match(text, one.end) is not None]
    meant = {one.who for one in acting}  # a pronoun behind them is for whom they act: 家属能替|他|报吗
    pronouns = [one for one in named if one.who in meant and text[one.start : one.end] in PRONOUNS]
    named = [one for one in named if one not in acting and one not in pronouns]
    clause, inside = text[begin:end], [one for one in named if begin <= one.start < end]
    stops = [begin + stop for _, stop in wording.given.spans(clause)]
    receiving = [
        one for one in inside if any(stop <= one.start and WHOSE.fullmatch(text, stop, one.start) for stop in stops)
    ]
    if receiving:
        return receiving[-1]
    looked_after = [one for one in inside if _is_looked_after(text, one)]
    if looked_after:
        return looked_after[-1]
    for start, _ in reversed(wording.gets.spans(clause)):
        earliest = begin if start > _ELIDED or asks_for_a_side(clause[:start]) else 0  # 几天能下来: of no one
        before = [one for one in named if earliest <= one.start and one.end <= begin + start]
        before = [one for one in before if BY.search(text, 0, one.start) is None and not _is_lived_with(text, one)]
        near = [one for one in before if one.start >= begin or one.who not in _ELDERS]
        if near:
            return near[-1]
    if not inside and MAY_THEY.fullmatch(clause) is not None:
        return _who_wants(text, begin, named)
    told = [one for one in inside if one.who not in _ELDERS] or inside
    whether = puts_yes_or_no(clause) or (text.startswith("？", end) and form_of(f"{clause}？") is Form.WHETHER)
    of_oneself = bool(told) and told[-1].who == SELF and text[told[-1].start : told[-1].end] in ONESELF and ends_with_the_rest(clause)
    if told and counted and told[-1].end <= counted[-1].start:
        return told[-1]  # 我算家属吗
    if told and told[0].start - begin <= 1 and ends_with_the_rest(clause):
        return told[0]  # 我妈住院呢, 她自己那份呢
    has = bool(told) and told[-1].who == SELF and asks_what_one_has(text[told[-1].end : end])  # 我有什么保险
    return told[-1] if told and (OF_THOSE.match(text, told[-1].end, end) or whether or of_oneself or has) else None


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
