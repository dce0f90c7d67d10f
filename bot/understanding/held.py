"""Where somebody holds something, such as a registration: read from who is said to have it where, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.compiled.keys import OptionKey
from bot.language.analyse import Label
from bot.language.clauses import Stretch, clause_bounds, clauses
from bot.language.kinship import GRANDPARENTS, GROUP, HOUSEHOLD, seen_by_parents
from bot.language.negation import denied
from bot.language.particles import POSSESSIVE
from bot.language.patterns import Found, Spots, parse_pattern
from bot.language.pronouns import PRONOUNS
from bot.language.residence import HOLDS_LIKEWISE, SENT_TO, tells_only_where
from bot.language.set_apart import (
    AT_SOME_PLACE,
    EXCEPT,
    HEADLESS,
    IS_SO,
    JOINING,
    LEFT,
    LIKEWISE,
    NONE_OF,
    OLD_PEOPLE,
    ONLY,
    SAYS_YES,
)
from bot.language.signals import Signal
from bot.model.condition import AllOf, fact_tests
from bot.model.fact import ELSEWHERE, HERE, Fact
from bot.understanding.named import Named
from bot.understanding.people import People

_BEFORE_HELD = 4
"""Characters between a place and the word for what is held, 红桥区集体|户口, up to which it is held there."""

_WORK = 4
"""Characters behind a place within which a word for work or a stay says that somebody is only there."""


@dataclass(frozen=True, slots=True)
class _Told:
    """At ``at`` of the text: a place, told to be here or elsewhere."""

    at: int
    where: str


def holdings(
    text: str,
    where: Spots,
    people: People,
    definitions: Mapping[str, Fact],
    expected: bool,
    away: Signal,
    used: Sequence[Signal],
    asked: bool,
) -> dict[str, str]:
    """The option of each fact that tells where somebody holds something.

    ``expected``: it was spoken of before; ``used``: words for working or staying somewhere, which is to hold nothing there;
    ``asked``: the question that waits is whether anybody holds it here.
    """
    facts = [fact for fact in definitions.values() if fact.held is not None]
    words = {label: where.get(label, ()) for fact in facts for label in _labels(fact)}
    if not expected and not any(words.values()):
        return {}
    claims: dict[str, set[str]] = {}
    holds = {span for spans in words.values() for span in spans}
    for role, told in _claims(text, where, people, holds, away, used, asked):
        for fact in facts:
            if role in fact.holders:
                claims.setdefault(fact.id, set()).add(told)
    return {fact: HERE if HERE in told else ELSEWHERE for fact, told in claims.items()}


def _labels(fact: Fact) -> tuple[Label, ...]:
    return parse_pattern(fact.held).parts if fact.held is not None else ()


def _claims(
    text: str, where: Spots, people: People, holds: set[Stretch], away: Signal, used: Sequence[Signal], asked: bool
) -> Iterable[tuple[str, str]]:
    """Each holder with the place told of them: the one named next behind them, in their clause or the one after it."""
    by_child = bool(people.staff & {"mother", "father", "parent"})
    beside = any(one.who in GRANDPARENTS for one in people.named)
    waiting: list[Named] = []
    last = ""
    for begin, end in _enumerations(text, people):
        told = _places(text, where, (begin, end), holds, away, used)
        if not told and (same := LIKEWISE.search(text, begin, end)) is not None and last:
            told = [_Told(same.start(), last)]  # 我的在外地，孩子爸的|也是
        last = told[-1].where if told else last
        named = [one for one in people.named if begin <= one.start < end] or _old_people(text, begin, end)
        if named and any(one.start < place.at for place in told for one in named):
            waiting = []
        if told and not people.named and not waiting and not text.startswith(PRONOUNS, begin):  # |她婆家|是红桥的: not theirs
            yield HOUSEHOLD, told[-1].where  # 户口在外地: theirs who speak
        for place in told:
            mine = [one for one in named if one.start < place.at]
            named = [one for one in named if one.start >= place.at]
            waiting = mine or waiting
            of_child = by_child or any(one.who in GRANDPARENTS for one in waiting)
            for one in waiting:
                yield seen_by_parents(one.who, of_child or (beside and not one.mine)), place.where
        waiting = [*waiting, *named] if not told else named
    alone = people.named if asked and _says_yes_of(text, people) else _only_ones(text, where, people, used)
    yield from ((seen_by_parents(one.who, by_child or beside), HERE) for one in alone)


def _says_yes_of(text: str, people: People) -> bool:
    """Whether an answer does no more than say yes, and of whom: 有，爷爷; 姥姥的在."""
    taken = {i for one in people.named for i in range(one.start, one.end)}
    return bool(taken) and all(i in taken or ch in SAYS_YES or ch in JOINING or not ch.isalnum() for i, ch in enumerate(text))


def _only_ones(text: str, where: Spots, people: People, used: Sequence[Signal]) -> list[Named]:
    """Those of whom alone it is said that theirs is here: 户口都不在，就|我妈|的在; 除了|爷爷|，都不是; 在这儿的只剩|姥爷.

    Not who alone works here: 都不在这儿，就我在这儿的医院上班.
    """
    if not where.get(("place", HERE)):
        return []
    found = [(one, EXCEPT.search(text, 0, one.start), ONLY.search(text, 0, one.start)) for one in people.named]
    found = [entry for entry in found if not _heard(used, text[entry[0].end : clause_bounds(text, entry[0].start, entry[0].end)[1]])]
    alone = [one for one, besides, only in found if (besides and NONE_OF.search(text, one.end)) or (only and IS_SO.match(text, one.end))]
    return [one for one in alone if NONE_OF.search(text) is not None or LEFT.search(text, 0, one.start) is not None]


def _old_people(text: str, begin: int, end: int) -> list[Named]:
    """The old people of a clause that names nobody: 老人的也不在."""
    return [Named(found.start(), found.end(), "elders") for found in OLD_PEOPLE.finditer(text, begin, end)]


def _heard(signals: Iterable[Signal], text: str) -> bool:
    return any(signal.heard(text) for signal in signals)


def _enumerations(text: str, people: People) -> list[Stretch]:
    """The clauses of a text, those of one enumeration together: 我跟孩子爸、孩子都是外地的."""
    found: list[Stretch] = []
    for begin, end in clauses(text):
        if found and (text[begin - 1] == "、" or _only_names(text, found[-1], people)):
            begin = found.pop()[0]
        found.append((begin, end))
    return found


def _only_names(text: str, clause: Stretch, people: People) -> bool:
    """Whether a clause does no more than name people, of whom the next one then tells: 我跟他爸，老人，|都不在."""
    begin, end = clause
    inside = {i for one in people.named if begin <= one.start < end for i in range(one.start, one.end)}
    return bool(inside) and all(i in inside or text[i] in JOINING for i in range(begin, end))


def _places(
    text: str, where: Spots, clause: Stretch, holds: set[Stretch], away: Signal, used: Sequence[Signal]
) -> list[_Told]:
    """The places of a clause that are not where somebody works; a denied one is elsewhere."""
    begin, end = clause
    first = min((start for start, _ in holds if begin <= start < end), default=None)
    headless = HEADLESS.search(text, begin, end)
    said_here = first is not None or headless is not None
    likewise = _holds_likewise(text, clause, holds)
    if not said_here and likewise is None and _heard(used, text[begin:end]):
        return []
    found = []
    for kind in (HERE, ELSEWHERE):
        for start, stop in where.get(("place", kind), ()):
            if not begin <= start < end or _heard(used, text[stop : min(stop + _WORK, end)]):
                continue  # 在河西的医院
            if not said_here and not tells_only_where(text[stop:end]):
                continue  # 红桥公办小学能上吗
            if SENT_TO.search(text, begin, start) is not None:
                continue  # 我爱人是支援来红桥的: where somebody works
            if first is not None and stop + _BEFORE_HELD < first:
                continue  # 我在红桥当药师，我爱人户口在外地, told in one breath
            here = kind == HERE and not denied(text, start, stop) and not away.heard(text[begin:start])
            found.append(_Told(start, HERE if here else ELSEWHERE))
    if not found and headless is not None and AT_SOME_PLACE.match(text, headless.end(), end) is not None:
        found = [_Told(headless.end(), ELSEWHERE)]  # 我的在和平: a place that no file knows is none of this region
    if not found:
        found = [_Told(begin + at, ELSEWHERE) for at, _ in away.spans(text[begin:end])[:1]]
    if not found and likewise is not None:
        found = [_Told(likewise, HERE)]
    return sorted(found, key=lambda told: told.at)


def _holds_likewise(text: str, clause: Stretch, holds: set[Stretch]) -> int | None:
    """Where a clause ends by saying that somebody's is here, and names no place: 姥姥户口|在, 奶奶的|也在."""
    begin, end = clause
    likewise = HOLDS_LIKEWISE.search(text[begin:end])
    if likewise is None:
        return None
    at = begin + likewise.start()
    return at if text[:at].endswith(POSSESSIVE) or any(stop == at for _, stop in holds) else None


def told_of_some(
    options: Mapping[OptionKey, Found], text: str, people: People, definitions: Mapping[str, Fact]
) -> set[OptionKey]:
    """Options that would follow only from where everybody holds something, in clauses that tell it of some: 我和老公都没在红桥上户."""
    found = set()
    for key, here in options.items():
        option = definitions[key.fact].option(key.option)
        tests = fact_tests(option.implied_by) if option is not None and isinstance(option.implied_by, AllOf) else []
        held = {test.fact: definitions[test.fact].holders for test in tests if definitions[test.fact].held is not None}
        begin, _ = clause_bounds(text, here.start, here.end)
        named = [one.who for one in people.named if begin <= one.start and one.end <= here.start]
        told = {fact for fact, holders in held.items() for who in named if seen_by_parents(who, False) in holders}
        if told and told < held.keys() and HOUSEHOLD not in named and GROUP not in named:
            found.add(key)
    return found


def tells_where_held(name: str, definitions: Mapping[str, Fact]) -> bool:
    """Whether a fact tells where somebody holds something, or follows from such facts."""
    fact = definitions.get(name)
    if fact is None or fact.held is not None:
        return fact is not None
    implying = [test for option in fact.options if option.implied_by for test in fact_tests(option.implied_by)]
    return any(definitions[test.fact].held is not None for test in implying if test.fact in definitions)
