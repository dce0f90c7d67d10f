"""Somebody at work who is nobody's kin: a colleague, 隔壁科小刘, the cleaner of the crew. What is told of them is their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.language.colleagues import AT_A_HOSPITAL, FELLOWS, FELLOWS_NAME, OF_A_CREW, asked_first, may_work
from bot.language.kin_terms import COURTESY
from bot.language.kinship import AT_WORK_SOONER_THAN_ILL, FELLOW, NOBODY, SELF
from bot.language.particles import POSSESSIVE
from bot.language.patterns import Found
from bot.language.pronouns import AMONG_US, PRONOUNS, of_the_fellow
from bot.understanding.named import Named
from bot.understanding.people import People


def with_fellow(
    text: str, people: People, works: Sequence[Found], trades: Sequence[Found], paid: Sequence[Found] = ()
) -> People:
    """The people, where a question is of a fellow worker: a medical worker besides those known, and whom it is about.

    ``works`` are things that are said of medical workers only, ``trades`` those that make somebody another kind of worker, ``paid``
    those that a rate is paid for: of a relative asked of besides they tell that it is their own work.
    """
    asked = next((one for one in reversed(people.named) if one.who == people.asked_for), None)
    if asked is not None and people.staff and asked.who not in people.staff and _does_it(text, people, asked, paid):
        return replace(people, staff=people.staff | {asked.who}, told=people.told | {asked.who})
    if people.asked_for == NOBODY:
        strangers = [one for one in people.named if one.who == NOBODY]
        told = any(text[one.start : one.end] in FELLOWS for one in strangers) or bool(works)
        return _asked_of(people, _renamed(people.named, {NOBODY})) if told else people
    if asked is not None and asked.who in AT_WORK_SOONER_THAN_ILL and asked.start <= 1 and AT_A_HOSPITAL.match(text, asked.end) is not None:
        return replace(people, staff=people.staff | {asked.who}, told=people.told | {asked.who})
    subject = asked_first(text)
    if subject is None:
        return people
    start, end = subject
    inside = [one for one in people.named if start <= one.start < end and not _ours(text, one, start, end)]
    kin = next((one for one in inside if one.who not in (SELF, NOBODY) and not _is_courtesy(text, one)), None)
    works_there = AT_A_HOSPITAL.match(text, end + len("呢，")) is not None
    another = [here for here in trades if not (here.negative and people.staff)]  # 我老婆没上一线，她能打吗，我是护士: who works is known
    if kin is not None and (works_there or any(people.subject(text, here.start) == kin.who for here in another)):
        return replace(people, staff=people.staff | {kin.who}, asked_for=kin.who)
    if any(not _is_courtesy(text, one) for one in inside) or not _is_a_fellow(text, start, end, people, trades):
        return people
    rest = [one for one in people.named if not start <= one.start < end]
    rest = [replace(one, who=FELLOW) if text[one.start : one.end] in PRONOUNS else one for one in rest]
    taken = {one.start for one in rest}
    pronouns = [Named(a, b, FELLOW) for a, b in of_the_fellow(text, end) if a not in taken]
    return _asked_of(people, tuple(sorted([*rest, *pronouns, Named(start, end, FELLOW)], key=lambda one: one.start)))


def _does_it(text: str, people: People, asked: Named, paid: Sequence[Found]) -> bool:
    """Whether the relative asked of, who may be at work, is told to do what a rate is paid for: 我舅舅呢，他在卡口测温."""
    may = asked.who == SELF or all(may_work(one.who, text[one.start : one.end]) for one in people.named if one.who == asked.who)
    return may and any(_whose(text, people, here) == asked.who for here in paid)


def _whose(text: str, people: People, here: Found) -> str | None:
    """Of whom something is told: whoever is named in it, 我是护士, else its subject."""
    inside = [one.who for one in people.named if here.start <= one.start < here.end]
    return inside[-1] if inside else people.subject(text, here.start)


def asks_the_same(said_of: People, text: str) -> bool:
    """Whether a message begins with a fellow worker, or somebody whose trade it tells, and asks of them what was asked before."""
    subject = asked_first(text)
    if subject is None or said_of.asked_for is None or said_of.asked_for not in said_of.staff:
        return False
    start, end = subject
    return any(one.who == said_of.asked_for and start <= one.start < end for one in said_of.named)


def goes_back_to_oneself(people: People, worker: str | None, *, goes_on: bool) -> bool:
    """Whether a fellow worker asked of before is left: another is named, or another matter asked of."""
    named = {one.who for one in people.named}
    return worker == FELLOW and FELLOW not in named and (bool(named) or not goes_on)


def is_another_fellow(text: str, people: People) -> bool:
    """Whether a fellow worker is brought up by name or trade, and not only by a pronoun: nothing told before is of that one."""
    return any(one.who == FELLOW and text[one.start : one.end] not in PRONOUNS for one in people.named)


def _is_a_fellow(text: str, start: int, end: int, people: People, trades: Sequence[Found]) -> bool:
    """Whether a name or a trade, and no group, is asked of; a bare trade may be the speaker's own, as long as theirs is not known."""
    if FELLOWS_NAME.search(text, start, end) is not None:
        return True
    trade = any(start <= here.start and here.end <= end for here in trades)
    called = any(text.endswith(word, start, end) and end - start > len(word) for word in COURTESY)
    apart = called or bool(people.staff) or OF_A_CREW.match(text, start, end) is not None
    return (trade and apart) or (called and text[start:end].rfind(POSSESSIVE) > 0)


def _is_courtesy(text: str, one: Named) -> bool:
    """Whether somebody is only called by what strangers are called too: 扫地的|大姐, not 我大姐."""
    return one.who != SELF and not one.mine and text[one.start : one.end] in COURTESY


def _ours(text: str, one: Named, start: int, end: int) -> bool:
    """Whether 我们 only says whose crew somebody is of: 我们|楼门口测温的保安."""
    return one.who == SELF and one.start == start and one.end < end and text.startswith(AMONG_US, start)


def _renamed(named: Sequence[Named], roles: Collection[str]) -> tuple[Named, ...]:
    return tuple(replace(one, who=FELLOW) if one.who in roles else one for one in named)


def _asked_of(people: People, named: tuple[Named, ...]) -> People:
    """The people, the fellow worker told and asked for; whoever has one is a medical worker, if nobody else is told to be."""
    staff = {*people.staff, FELLOW} if people.staff - {FELLOW} else {SELF, FELLOW}
    return replace(people, named=named, staff=frozenset(staff), asked_for=FELLOW, last=FELLOW, mine=False, kin_as=None)
