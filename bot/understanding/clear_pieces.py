"""Which topic a piece of a message names, or is clearly about, by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from bot.compiled.features import compared, features
from bot.compiled.keys import Column, FigureHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.clauses import Stretch
from bot.language.numerals import NUMBER, value_of
from bot.understanding.naming import naming
from bot.understanding.said import Said
from bot.understanding.topics import rank

_TWO = 2


def answered_topic(said: Said, begin: int, end: int, snapshot: Snapshot) -> str | None:
    """The topic that a piece names, if the person's region says something on it."""
    topic = topic_named(said, begin, end, snapshot)
    return topic if topic is not None and (said.region is None or snapshot.has_answer(topic, said.region)) else None


def topic_named(said: Said, begin: int, end: int, snapshot: Snapshot) -> str | None:
    """The topic that a piece as short as 津贴 names: by a word that is plainly of it, the plainest first."""
    pointed = _by_its_figure(said, begin, end, snapshot)
    if pointed is not None:
        return pointed
    words = naming(said, snapshot, [(0, begin), (end, len(said.text))])
    column, degree = max(words, key=lambda word: word[1], default=(None, 0.0))
    plain = column is not None and degree >= snapshot.weights.compared
    return column.id if column is not None and plain and column.kind == "topic" and column.id != OVERVIEW else None


def plainly_named(said: Said, begin: int, end: int, snapshot: Snapshot) -> str | None:
    """The topic that a piece names, unless it is clearly like another: 热线 alone is not of the guidelines on it."""
    named, like = topic_named(said, begin, end, snapshot), clearly_about(said, begin, end, 0.0, snapshot)
    return named if like in (None, Column("topic", named or "")) else None


def _by_its_figure(said: Said, begin: int, end: int, snapshot: Snapshot) -> str | None:
    """The topic of the person's region that the figure of a piece belongs to, if to one alone: 每天那三百."""
    values = {value for found in NUMBER.finditer(said.text, begin, end) if (value := value_of(found.group()))}
    known = [snapshot.hints.get(FigureHint(value), frozenset()) for value in values]
    topics = {t for about in known for t in about if said.region is not None and snapshot.has_answer(t, said.region)}
    return topics.pop() if len(topics) == 1 else None


def clear_topics(
    said: Said, pieces: Sequence[Stretch], least: float, snapshot: Snapshot, *, alone: bool = False
) -> list[str]:
    """The covered topics that pieces of a message name clearly, each once; ``alone``: one piece may do so too."""
    topics: dict[str, None] = {}
    for begin, end in pieces if len(pieces) > 1 or alone else ():
        column = clearly_about(said, begin, end, least, snapshot)
        if column is not None and column.kind == "topic" and not (least and column.id == OVERVIEW):
            topics[column.id] = None
    return list(topics)


def clearly_about(said: Said, begin: int, end: int, least: float, snapshot: Snapshot) -> Column | None:
    """What a piece of a message is clearly about."""
    analysis = said.analysis.part(begin, end)
    rested = [(start - begin, stop - begin) for start, stop in said.counting.rested if begin <= start and stop <= end]
    tokens = compared(analysis, rested)
    ranked = rank(features(tokens, analysis, rested), "".join(tokens), snapshot.index, weights=snapshot.weights).scored
    here = (s for s in ranked if s.column.kind != "topic" or said.region is None or snapshot.has_answer(s.column.id, said.region))
    best = list(islice(here, _TWO))
    clear = len(best) > 1 and best[0].total >= least and best[0].total - best[1].total >= snapshot.weights.clear_lead
    return best[0].column if clear else None
