"""Read what was heard: places, facts, counts, sides asked, what each clause does. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from bot.compiled.features import compared, features
from bot.compiled.keys import CareKey, OptionKey, PartKey, SideKey
from bot.compiled.snapshot import PatternKey, Snapshot
from bot.language.clauses import Stretch, clauses
from bot.language.numerals import number_alone
from bot.language.particles import bare
from bot.language.patterns import Found, spots
from bot.language.questions import asks, ends_asking
from bot.model.fact import UNSURE, Fact
from bot.model.session import Session
from bot.understanding.facts import most_specific
from bot.understanding.hear import Heard
from bot.understanding.places import places_of
from bot.understanding.quantities import CountReader, Quantity
from bot.understanding.reading import Act, Clause, Said, Topical
from bot.understanding.small_talk import act_of, phrase_of, small_talk_of

Kind = TypeVar("Kind", CareKey, OptionKey, PartKey, SideKey)


def read(heard: Heard, session: Session, snapshot: Snapshot, year: int) -> Said:
    """Read one message. ``session`` tells where the person is and which question waits; ``year`` dates what has no year."""
    analysis, text = heard.analysis, heard.text
    spoken = places_of(analysis, snapshot.signal)
    several = len(spoken.regions) > 1 or snapshot.signal("all-regions").heard(text)
    region = None if several else spoken.region or session.region
    where = spots(analysis, region or session.region)
    found = snapshot.patterns.find(where, text)
    options = _only(OptionKey, found)
    counting = _counting(snapshot)
    quantities = counting.read(analysis, where, options, snapshot.document_year or year)
    stated = most_specific(options)
    reply = _reply(text, stated, quantities, session, snapshot)
    stated, quantities = {**stated, **reply[0]}, reply[1] or quantities
    side_words = snapshot.side_words
    said = tuple(_clauses(text, snapshot))
    return Said(
        analysis=analysis,
        clauses=said,
        begin=_begin(text, snapshot),
        where=where,
        spoken=spoken,
        region=region,
        sides=_only(SideKey, found),
        parts=_only(PartKey, found),
        care=_only(CareKey, found),
        options=options,
        stated=stated,
        quantities=quantities,
        rates=counting.rates(text),
        side_words=tuple((m.start, m.end) for m in analysis.mentions if m.label[0] == "literal" and m.label[1] in side_words),
        topical=_topical(heard, quantities, said, snapshot),
        phrase=small_talk_of(text, snapshot),
        replies=reply[2],
        replies_in_words=_foreseen(text, session, snapshot),
    )


@lru_cache(maxsize=4)
def _counting(snapshot: Snapshot) -> CountReader:
    return CountReader(snapshot.knowledge.facts)


def _only(kind: type[Kind], found: Mapping[PatternKey, Found]) -> dict[Kind, Found]:
    return {key: here for key, here in found.items() if isinstance(key, kind)}


def _begin(text: str, snapshot: Snapshot) -> int:
    """Where what is meant begins, after polite openings."""
    opening, begin = snapshot.signal("opening"), 0
    while (end := opening.opens(text, begin)) is not None and end < len(text):
        begin = end + 1 if text[end] == "，" else end
    return begin


def _clauses(text: str, snapshot: Snapshot) -> Iterable[Clause]:
    """The clauses of a message, each with what it does; an interjection before a correction is none."""
    corrects, interjects = snapshot.signal("corrects"), snapshot.signal("interjection")
    opening = True
    for start, end in clauses(text):
        clause = text[start:end]
        after = interjects.opens(clause)
        if opening and after == len(clause) and phrase_of(clause, snapshot) is None:
            continue
        corrected = opening and not ends_asking(clause) and (corrects.opens(clause) or (after and corrects.opens(clause, after)))
        opening = False
        if corrected:
            yield Clause(start, end, Act.CORRECTS)
        else:
            yield _clause(text, start, end, snapshot)


def _clause(text: str, start: int, end: int, snapshot: Snapshot) -> Clause:
    """What a clause does that takes nothing back."""
    clause = text[start:end]
    phrase = phrase_of(clause, snapshot)
    if phrase is not None:
        return Clause(start, end, act_of(clause, phrase, snapshot), phrase)
    if snapshot.signal("supposes").heard(clause):
        return Clause(start, end, Act.SUPPOSES)
    if asks(clause) or text.startswith("？", end):
        return Clause(start, end, Act.ASKS)
    signalled = next((act for name, act in _SIGNALLED if snapshot.signal(name).heard(clause)), Act.TELLS)
    return Clause(start, end, signalled)


_SIGNALLED = (("hearsay", Act.HEARSAY), ("wishes", Act.WISHES), ("next-question", Act.ADDS))


def _topical(heard: Heard, quantities: Iterable[Quantity], said: Sequence[Clause], snapshot: Snapshot) -> Topical:
    """What topics are scored by: not dates, thanks, what is taken back, nor what was said before coming to the point."""
    aside: list[Stretch] = [(q.start, q.start + len(q.said)) for q in quantities if q.dated]
    turning = snapshot.signal("turns-to").spans(heard.text)
    aside += [(0, turning[0][1])] if turning else []
    idle = [(c.start, c.end) for c in said if c.phrase is not None or c.act is Act.CORRECTS]
    aside += idle if len(idle) < len(said) else []
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
