"""Where somebody holds something, such as a registration: read from who is said to have it where, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.language.analyse import Label
from bot.language.clauses import Stretch, clauses
from bot.language.kinship import GRANDPARENTS, seen_by_parents
from bot.language.negation import denied
from bot.language.particles import POSSESSIVE
from bot.language.patterns import Spots, parse_pattern
from bot.language.residence import HOLDS_LIKEWISE, tells_only_where
from bot.language.signals import Signal
from bot.model.fact import ELSEWHERE, HERE, Fact
from bot.understanding.people import Named, People

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
) -> dict[str, str]:
    """The option of each fact that tells where somebody holds something.

    ``expected``: it was spoken of before; ``used``: words for working or staying somewhere, which is to hold nothing there.
    """
    facts = [fact for fact in definitions.values() if fact.held is not None]
    words = {label: where.get(label, ()) for fact in facts for label in _labels(fact)}
    if not expected and not any(words.values()):
        return {}
    claims: dict[str, set[str]] = {}
    holds = {span for spans in words.values() for span in spans}
    for role, told in _claims(text, where, people, holds, away, used):
        for fact in facts:
            if role in fact.holders:
                claims.setdefault(fact.id, set()).add(told)
    return {fact: HERE if HERE in told else ELSEWHERE for fact, told in claims.items()}


def _labels(fact: Fact) -> tuple[Label, ...]:
    return parse_pattern(fact.held).parts if fact.held is not None else ()


def _claims(
    text: str, where: Spots, people: People, holds: set[Stretch], away: Signal, used: Sequence[Signal]
) -> Iterable[tuple[str, str]]:
    """Each holder with the place told of them: the one named next behind them, in their clause or the one after it."""
    by_child = bool(people.staff & {"mother", "father", "parent"})
    beside = any(one.who in GRANDPARENTS for one in people.named)
    waiting: list[Named] = []
    for begin, end in _enumerations(text):
        told = _places(text, where, (begin, end), holds, away, used)
        named = [one for one in people.named if begin <= one.start < end]
        if named and any(one.start < place.at for place in told for one in named):
            waiting = []
        for place in told:
            mine = [one for one in named if one.start < place.at]
            named = [one for one in named if one.start >= place.at]
            waiting = mine or waiting
            of_child = by_child or any(one.who in GRANDPARENTS for one in waiting)
            for one in waiting:
                yield seen_by_parents(one.who, of_child or (beside and not one.mine)), place.where
        waiting = [*waiting, *named] if not told else named


def _heard(signals: Iterable[Signal], text: str) -> bool:
    return any(signal.heard(text) for signal in signals)


def _enumerations(text: str) -> list[Stretch]:
    """The clauses of a text, those of one enumeration together: 我跟孩子爸、孩子都是外地的."""
    found: list[Stretch] = []
    for begin, end in clauses(text):
        if found and text[begin - 1] == "、":
            begin = found.pop()[0]
        found.append((begin, end))
    return found


def _places(
    text: str, where: Spots, clause: Stretch, holds: set[Stretch], away: Signal, used: Sequence[Signal]
) -> list[_Told]:
    """The places of a clause that are not where somebody works; a denied one is elsewhere."""
    begin, end = clause
    said_here = any(begin <= start < end for start, _ in holds)
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
            here = kind == HERE and not denied(text, start, stop) and not away.heard(text[begin:start])
            found.append(_Told(start, HERE if here else ELSEWHERE))
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
