"""Who a message speaks of: who is the medical worker, whom the question is about, of whom each thing is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.language.analyse import Analysis
from bot.language.clauses import clause_bounds, clauses
from bot.language.kinship import CLEFT, GROUP, HOUSEHOLD, NOBODY, OWNED, PRONOUNS, SELF, SPEAKERS, THEIRS, seen_from
from bot.language.negation import denied
from bot.language.particles import POSSESSIVE
from bot.language.patterns import Found
from bot.language.questions import asks
from bot.language.signals import Signal

_KIN = "kin-"
_OF_THE_CHILD = {"mother": "spouse", "father": "spouse", "parent": "spouse"}
_FINER = {"mother", "father", "grandchild", "elders", "household"}
"""Roles that say more than another concept of the same word."""

_SPEAKER = re.compile("|".join(SPEAKERS))
_PRONOUN = re.compile("|".join(PRONOUNS))
_ELIDED = 2
"""Characters before 能 up to which its clause has no subject of its own: the one named before is meant."""

_ELDERS = ("paternal", "maternal", "elders")
"""Named for their registration or their need, seldom as those who get something."""

_PLACES = ("place", "institution")
_NEAR = 10
"""Characters between somebody and what is said of them within a clause."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody at ``text[start:end]``; ``who`` is their role seen from the speaker."""

    start: int
    end: int
    who: str


@dataclass(frozen=True, slots=True)
class People:
    """``staff`` are those said to be medical workers; ``asked_for`` is whom the question is about; ``last`` is spoken of last."""

    named: tuple[Named, ...] = ()
    staff: frozenset[str] = frozenset()
    asked_for: str | None = None
    last: str | None = None

    def subject(self, text: str, start: int) -> str | None:
        """Of whom what stands at ``start`` is said: the nearest named before it in its clause, else before its clause."""
        begin, _ = clause_bounds(text, start, start)
        before = [named for named in self.named if named.end <= start]
        inside = [named for named in before if named.start >= begin]
        if inside:
            return inside[-1].who
        return before[-1].who if before else None

    def behind(self, text: str, end: int) -> str | None:
        """Of whom what ends there is said, where that is turned round: 支援的是我妹."""
        _, stop = clause_bounds(text, end, end)
        found = next((named for named in self.named if end <= named.start < stop), None)
        return found.who if found is not None and CLEFT in text[end : found.start] else None

    def relation(self) -> str | None:
        """What the person asked for is to the medical worker: ``self`` is that worker; None if it is not told."""
        if self.asked_for is None or self.asked_for == NOBODY:
            return None
        if self.asked_for in self.staff or (not self.staff and self.asked_for == SELF):
            return SELF
        nearest = SELF if SELF in self.staff or not self.staff else sorted(self.staff)[0]
        if not self.staff and self.asked_for == "grandchild":
            nearest = "child"  # a grandparent speaks, and a medical worker of that age is the child's parent
        return seen_from(self.asked_for, nearest)

    def worker(self) -> str | None:
        """The medical worker that the question is about: the one asked for, or the one it is asked through; None if untold."""
        if self.asked_for in self.staff:
            return self.asked_for
        if len(self.staff) == 1:
            return next(iter(self.staff))
        return SELF if SELF in self.staff and self.asked_for is not None else None


def named_people(analysis: Analysis, last: str | None) -> tuple[Named, ...]:
    """Everybody named, from left to right; ``last`` is whom a pronoun means that has nobody before it."""
    text, found = analysis.text, dict[int, Named]()
    edges = {0, *accumulate(map(len, analysis.tokens))}
    for start, end, (kind, name) in analysis.mentions:
        role = _role(name) if kind == "concept" and end in edges else None
        if role is not None and (start not in found or end > found[start].end or role in _FINER):
            found[start] = Named(start, end, role)
    named = _apart(found.values())
    taken = {i for one in named for i in range(one.start, one.end)}
    speakers = [Named(m.start(), m.end(), SELF) for m in _SPEAKER.finditer(text) if m.start() not in taken]
    places = {m.start for m in analysis.mentions if m.label[0] in _PLACES}
    themselves = _unless_possessive(text, speakers, {one.start for one in named} | places)
    ordered = sorted([*named, *themselves], key=lambda one: one.start)
    return tuple(_resolved(text, ordered, taken, last))


def _role(concept: str) -> str | None:
    if concept == NOBODY:
        return NOBODY
    return concept.removeprefix(_KIN) if concept.startswith(_KIN) else None


def _apart(found: Iterable[Named]) -> list[Named]:
    """Without names inside longer ones: 爸 in 公公婆婆爸."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda named: (named.start, -named.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _unless_possessive(text: str, speakers: Sequence[Named], owned: set[int]) -> list[Named]:
    """Pronouns that stand for somebody themselves: not 我 in 我老公, nor 咱 in 咱红桥, nor 我们 in 我们院."""
    return [
        one
        for one in speakers
        if one.end not in owned
        and not text.startswith(tuple(OWNED), one.end)
        and not (text.startswith(POSSESSIVE, one.end) and one.end + 1 in owned)
    ]


def _resolved(text: str, ordered: Sequence[Named], taken: set[int], last: str | None) -> Iterable[Named]:
    """Pronouns and 她家… seen through whom they mean."""
    places = [m.span() for m in _PRONOUN.finditer(text) if m.start() not in taken]
    meant, queue = last, list(ordered)
    result: list[Named] = []
    for start, end in places:
        while queue and queue[0].start < start:
            one = queue.pop(0)
            meant = one.who if one.who != SELF else meant
            result.append(one)
        follows = queue[0] if queue else None
        if (
            follows is not None
            and follows.start <= start + max(map(len, THEIRS))
            and text[start : follows.start] in THEIRS
        ):
            result.append(Named(start, follows.end, _theirs(follows.who, meant)))
            queue.pop(0)
        elif meant is not None:
            result.append(Named(start, end, meant))
    return [*result, *queue]


def _theirs(who: str, whose: str | None) -> str:
    """Somebody's kin, seen from the speaker: the child's father is the spouse, the sister's child a nephew."""
    if whose == "child":
        return _OF_THE_CHILD.get(who, who)
    if whose == "sibling" and who in ("child", "spouse"):
        return f"{who}-of-theirs"
    return who


def people_of(
    analysis: Analysis,
    telling: Sequence[Found],
    known: frozenset[str],
    last: str | None,
    gets: Signal,
    given: Signal,
) -> People:
    """Read who is who. ``telling`` are words that show a medical worker, ``known`` those told before; ``gets`` are words by
    which somebody before them gets something, ``given`` those by which somebody behind them does.
    """
    text = analysis.text
    named = named_people(analysis, last)
    people = People(named)
    shown = [
        _said_of(people, text, found)
        for found in telling
        if not denied(text, found.start, found.end) and not _owns_somebody(text, named, found)
    ]
    staff = {SELF if who == HOUSEHOLD else who for who in shown if who is not None and who not in (NOBODY, GROUP)}
    others = [one.who for one in named if one.who not in (SELF, NOBODY)]
    asked_for = _asked_for(text, named, gets, given)
    return People(named, known | staff, asked_for, others[-1] if others else last)


def _owns_somebody(text: str, named: Sequence[Named], found: Found) -> bool:
    """Whether a medical worker is named only to say whose somebody is: 我是护士|的邻居."""
    return text.startswith(POSSESSIVE, found.end) and any(one.start == found.end + 1 for one in named)


def _said_of(people: People, text: str, found: Found) -> str | None:
    """Who is shown to be a medical worker: named shortly before in the clause, or, in 支援的是我妹, right behind."""
    begin, _ = clause_bounds(text, found.start, found.end)
    before = [one for one in people.named if begin <= one.start and one.end <= found.start + 1]
    if before and found.start - before[-1].end <= _NEAR:
        return before[-1].who
    behind = people.behind(text, found.end)
    return behind or (people.subject(text, found.start) if not before else None)


def _asked_for(text: str, named: Sequence[Named], gets: Signal, given: Signal) -> str | None:
    """The one named who, in the last clause that asks about getting something, gets it."""
    for begin, end in reversed(clauses(text)):
        clause = text[begin:end]
        if not asks(clause) and not text.startswith("？", end):
            continue
        targets = [begin + stop for _, stop in given.spans(clause)]
        receiving = [one for one in named if one.start in targets]
        if receiving:
            return receiving[-1].who
        for start, _ in reversed(gets.spans(clause)):
            earliest = begin if start > _ELIDED else 0
            before = [one for one in named if earliest <= one.start and one.end <= begin + start]
            near = [one for one in before if one.start >= begin or one.who not in _ELDERS]
            if near:
                return near[-1].who
    return None
