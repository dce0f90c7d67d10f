"""Who is who in a message: who is the medical worker, who is kin to whom, and whom the question is for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.language.analyse import Analysis
from bot.language.clauses import clause_bounds
from bot.language.clefts import IT_IS_THEY, TOO
from bot.language.colleagues import WORKED
from bot.language.kin_terms import (
    COUNTED_AS,
    I_AM,
    IS_MINE,
    OF_THE_WORKER,
    OF_THEIR_OWN,
    SAYS_TO_BE,
    SEVERAL_OF,
    speaks_as,
)
from bot.language.kinship import GROUP, GROWN_UP, HOUSEHOLD, KIN_TO, NOBODY, OF_PARENTS_AGE, SELF, WORKER, YOUNG
from bot.language.negation import denied
from bot.language.particles import POSSESSIVE
from bot.language.patterns import Found
from bot.language.pronouns import PRONOUN_ALONE, PRONOUNS, SPEAKERS, THEIR_CHILD, THEIR_PARENTS
from bot.language.semantic_roles import GETS_AT_HOME, ONLY_ASKS
from bot.understanding.asked_for_whom import Wording, asked_for_whom
from bot.understanding.named import OF_ONES_AGE, Named, grandchildren_meant, kin_of, named_people
from bot.understanding.people import People, beside_speaker

_NEAR = 10
"""Characters between somebody and what is said of them within a clause."""


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
    staff = _shown_to_work(text, named, telling, known)
    too = _speaker_too(text, named, telling, known | staff)
    latest = _named_last(text, named) or last
    kin_as, theirs = _speaker_as_kin(text, named, telling, known | staff, last)
    staff |= theirs
    named = grandchildren_meant(text, _worker_meant(text, named, kin_as), known | staff)
    asked = asked_for_whom(text, named, telling, known | staff, staff, wording)
    who, mine = (asked.who, asked.mine) if asked is not None else (None, False)
    return People(named, known | staff | too, who, latest, mine, kin_as, frozenset(staff))


def _shown_to_work(text: str, named: tuple[Named, ...], telling: Sequence[Found], known: frozenset[str]) -> set[str]:
    """Those whom this message shows to be medical workers: by their trade, instead of another, beside another, or by their days."""
    people = People(named)
    shown = [
        _said_of(people, text, found)
        for found in telling
        if not denied(text, found.start, found.end) and not _owns_somebody(text, named, found) and not _gets_what_they_get(text, found)
    ]
    staff = {SELF if who == HOUSEHOLD else who for who in shown if who is not None and who not in (NOBODY, GROUP)}
    staff |= {one.who for found in telling if (one := _said_instead(text, named, found)) is not None and one.who != NOBODY}
    if any(two.who in staff and beside_speaker(text, one, two) for one, two in pairwise(named)):
        staff.add(SELF)  # 我和老公都去了武汉: both
    return staff | _whose_days(text, named, known)


def _named_last(text: str, named: Sequence[Named]) -> str | None:
    """Who but the speaker is spoken of last, one person rather than several."""
    others = [one.who for one in named if one.who not in (SELF, NOBODY)]
    singly = [one.who for one in named if one.who in others and SEVERAL_OF.search(text, 0, one.start) is None]
    return (singly or others)[-1] if others else None


def _speaker_as_kin(
    text: str, named: Sequence[Named], telling: Sequence[Found], staff: Collection[str], last: str | None
) -> tuple[str | None, set[str]]:
    """What the speaker says to be to a medical worker, and, where nobody is known to be one, whom that shows to be."""
    kin_as, theirs = _kin_as(text, named, telling) or (speaks_as(text) if SELF not in staff else None), set[str]()
    if kin_as is None and last is None and not staff:
        kin_as, theirs = _kin_to_somebody(text, named)
    known = bool(staff or theirs) or kin_as is not None
    return kin_as, theirs if known else _whose_house_gets_it(text, named)


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
