"""Read what was heard: places, facts, counts, sides asked, what each clause does. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from bot.compiled.features import compared, features
from bot.compiled.keys import CareKey, OptionKey, PartKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.language.analyse import Analysis
from bot.language.clauses import Stretch, clauses
from bot.language.numerals import number_alone
from bot.language.particles import bare
from bot.language.patterns import Found, Spots, match, spots
from bot.language.questions import asks
from bot.model.fact import UNSURE, Fact
from bot.model.session import Session
from bot.understanding.facts import asked_for, meant, most_specific
from bot.understanding.hear import Heard
from bot.understanding.people import People, people_of
from bot.understanding.places import places_of
from bot.understanding.quantities import CountReader, Quantity
from bot.understanding.reading import Act, Clause, Said, Topical
from bot.understanding.small_talk import small_talk_of

Kind = TypeVar("Kind", CareKey, OptionKey, PartKey, SideKey)


def read(heard: Heard, session: Session, snapshot: Snapshot, year: int) -> Said:
    """Read one message. ``session`` tells where the person is and which question waits; ``year`` dates what has no year."""
    analysis, text = heard.analysis, heard.text
    spoken = places_of(analysis, snapshot.signal)
    several = len(spoken.regions) > 1 or snapshot.signal("all-regions").heard(text)
    region = None if several else spoken.region or session.region
    where = spots(analysis, region or session.region)
    found = snapshot.patterns.find(where, text)
    people = _people(analysis, where, session, snapshot)
    options = meant(_only(OptionKey, found), text, people, snapshot.definitions)
    counting = _counting(snapshot)
    quantities = counting.read(analysis, where, options, snapshot.document_year or year)
    stated = {**most_specific(options), **asked_for(people, snapshot.definitions)}
    reply = _reply(text, stated, quantities, session, snapshot)
    stated, quantities = {**stated, **reply[0]}, reply[1] or quantities
    side_words = snapshot.side_words
    return Said(
        analysis=analysis,
        clauses=tuple(_clauses(text, snapshot)),
        begin=_begin(text, snapshot),
        where=where,
        spoken=spoken,
        region=region,
        sides=_only(SideKey, found),
        parts=_only(PartKey, found),
        care=_only(CareKey, found),
        options=options,
        people=people,
        stated=stated,
        quantities=quantities,
        rates=counting.rates(text),
        side_words=tuple((m.start, m.end) for m in analysis.mentions if m.label[0] == "literal" and m.label[1] in side_words),
        topical=_topical(heard, quantities, snapshot),
        phrase=small_talk_of(text, snapshot),
        replies=reply[2],
        replies_in_words=_foreseen(text, session, snapshot),
    )


_LEAST = 3
"""Characters that must follow a polite opening for them alone to be compared."""


@lru_cache(maxsize=4)
def _counting(snapshot: Snapshot) -> CountReader:
    return CountReader(snapshot.knowledge.facts)


def _people(analysis: Analysis, where: Spots, session: Session, snapshot: Snapshot) -> People:
    """Who is who, as far as this message and those before it tell."""
    telling = [here for pattern in snapshot.shows_staff if (here := match(pattern, where, analysis.text)) is not None]
    gets, given = snapshot.signal("gets"), snapshot.signal("given-to")
    return people_of(analysis, telling, frozenset(session.staff), session.spoken_of, gets, given)


def _only(kind: type[Kind], found: Mapping[PatternKey, Found]) -> dict[Kind, Found]:
    return {key: here for key, here in found.items() if isinstance(key, kind)}


def _begin(text: str, snapshot: Snapshot) -> int:
    """Where what is meant begins, after polite openings."""
    opening, begin = snapshot.signal("opening"), 0
    while (end := opening.opens(text, begin)) is not None and end < len(text):
        begin = end + 1 if text[end] == "，" else end
    return begin


def _clauses(text: str, snapshot: Snapshot) -> Iterable[Clause]:
    """The clauses of a message, each with what it does."""
    corrects, interjects = snapshot.signal("corrects"), snapshot.signal("interjection")
    supposes = snapshot.signal("supposes")
    opening = True
    for start, end in clauses(text):
        clause = text[start:end]
        after = interjects.opens(clause)
        if opening and after == len(clause):
            continue
        corrected = opening and (corrects.opens(clause) or (after and corrects.opens(clause, after)))
        opening = False
        if corrected:
            yield Clause(start, end, Act.CORRECTS)
        elif supposes.heard(clause):
            yield Clause(start, end, Act.SUPPOSES)
        elif asks(clause) or text.startswith("？", end):
            yield Clause(start, end, Act.ASKS)
        else:
            yield Clause(start, end, Act.TELLS)


def _topical(heard: Heard, quantities: Iterable[Quantity], snapshot: Snapshot) -> Topical:
    """What topics are scored by: not from when to when, nor what was said before coming to the point."""
    aside: list[Stretch] = [(q.start, q.start + len(q.said)) for q in quantities if q.dated]
    turning = snapshot.signal("turns-to").spans(heard.text)
    begin = turning[0][1] if turning else _begin(heard.text, snapshot)
    aside += [(0, begin)] if turning or 0 < begin <= len(heard.text) - _LEAST else []
    tokens = compared(heard.analysis, aside)
    return Topical(tuple(tokens), tuple(features(tokens, heard.analysis, aside)), tuple(aside))


_Reply = tuple[dict[str, str], tuple[Quantity, ...], bool]


def _reply(
    text: str, stated: Mapping[str, str], quantities: tuple[Quantity, ...], session: Session, snapshot: Snapshot
) -> _Reply:
    """What a message states by replying to the question that waits, and whether it replies at all."""
    pending = session.pending
    fact = snapshot.definitions.get(pending.fact) if pending else None
    if fact is None or fact.id in stated:
        return {}, (), fact is not None
    option = option_replied(text, fact, snapshot)
    if option is not None:
        return {fact.id: option}, (), True
    number = number_alone(text)
    if fact.kind == "number" and number is not None:
        quantities = (Quantity(fact.id, number, bare(text)),)
    counted = any(q.fact == fact.id and q.value is not None for q in quantities)
    return {}, quantities, fact.kind == "number" and counted


def _foreseen(text: str, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message is one of the replies that the author of the waiting question foresaw."""
    fact = snapshot.definitions.get(session.pending.fact) if session.pending else None
    return fact is not None and option_replied(text, fact, snapshot) is not None


def option_replied(text: str, fact: Fact, snapshot: Snapshot) -> str | None:
    """The option of a fact that a short message chooses right after its question."""
    if snapshot.signal("unsure").is_all_of(text):
        return UNSURE
    said, standard = bare(text), snapshot.language.standard
    for option in fact.options:
        if said in {bare(standard(reply)) for reply in (option.label, *option.replies)}:
            return option.id
    return None
