"""Score topics for a question: three kinds of evidence, each scaled alike."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from bot.compiled.index import Floats, Index
from bot.compiled.keys import Column
from bot.compiled.weights import WEIGHTS, Weights

_LEADERS = 6
_NEAREST = 4
_FAINT = 30
_ONE_CHARACTER = 2
_SHORT = 16
"""Features up to which a message is too short for its words to say much about the scope."""


_JOINT = "$"
"""Where a phrasing begins or ends."""

_UNSEEN = 0.3
"""How often what a topic's phrasings do not have is taken to be seen."""

_NO_PRIOR: Mapping[Column, float] = {}


class Scored(NamedTuple):
    """A topic with its total and the three kinds of evidence it rests on (each in standard deviations)."""

    column: Column
    total: float
    contrast: float
    profile: float
    phrasing: float


class Ranking(NamedTuple):
    """Topics by falling score; ``scope`` tells covered questions (above 0) from others, whatever the topic; ``strange`` counts
    the words that nobody has used in any phrasing.
    """

    scored: tuple[Scored, ...] = ()
    scope: float = 0.0
    strange: int = 0


def rank(
    features: Sequence[str],
    text: str,
    index: Index,
    prior: Mapping[Column, float] = _NO_PRIOR,
    weights: Weights = WEIGHTS,
    asked: frozenset[str] | None = None,
) -> Ranking:
    """Rank all topics for a question's features and masked text.

    ``prior`` is what speaks for a topic besides the words, added before the leaders are compared closely. ``asked``: the
    features of the clauses that ask; the others are only told and count less.
    """
    rows = index.rows(features)
    known = [row for row in rows if row is not None]
    if not known:
        return Ranking()
    evidence = index.evidence.take(known, axis=0)
    sums = np.add.reduce(evidence, axis=0)
    scope = float(sums[-1])
    if asked is not None:
        count = [1.0 if name in asked else weights.told for name, row in zip(features, rows, strict=True) if row is not None]
        sums = np.asarray(count, dtype=np.float32) @ evidence
    unknown = [name for name, row in zip(features, rows, strict=True) if row is None]
    strange = sum(name[0] == "w" and len(name) > _ONE_CHARACTER for name in unknown)
    scored = _leaders(sums, text, index, prior, weights)
    return Ranking(scored, scope / math.sqrt(max(len(features), _SHORT)), strange)


def _leaders(
    sums: Floats, text: str, index: Index, prior: Mapping[Column, float], weights: Weights
) -> tuple[Scored, ...]:
    """The best topics by their sums of evidence, those close to each other told apart by their phrasings."""
    topics = len(index.topics)
    contrast = _standardised(sums[:topics])
    profile = _standardised(sums[topics : 2 * topics])
    total = contrast * weights.contrast + profile * weights.profile
    for column, extra in prior.items():
        total[index.column_of[column]] += extra
    order = total.argsort()[: -_LEADERS - 1 : -1]
    totals, fuzzy = total[order], np.zeros(len(order), dtype=np.float32)
    close = int((totals > totals[0] - weights.close).sum())
    if weights.phrasing and close > 1:
        fuzzy[:close] = weights.phrasing * _similarities(text, [index.phrasings[column] for column in order[:close]])
    scores = (order, totals + fuzzy, contrast[order], profile[order], fuzzy)
    columns = zip(*(score.tolist() for score in scores), strict=True)
    return tuple(sorted((Scored(index.topics[i], *each) for i, *each in columns), key=_TOTAL, reverse=True))


def scope_of(features: Sequence[str], index: Index) -> float:
    """``Ranking.scope`` alone."""
    known = [row for row in index.rows(features) if row is not None]
    return float(index.evidence[known, -1].sum()) / math.sqrt(max(len(features), _SHORT))


_TOTAL = attrgetter("total")


def _standardised(values: Floats) -> Floats:
    """Sums of mean 0 in standard deviations, so that kinds of evidence can be added."""
    spread = math.sqrt(float(values @ values) / values.size)
    return np.asarray(values / spread if spread > 0 else values)


def told_apart(text: str, one: Sequence[str], other: Sequence[str]) -> float:
    """How much more a text is worded like one topic's phrasings than like another's (log odds); above 0 for the first.

    The ranking asks how unlike all others a topic is; between two near ones only what tells these two apart counts.
    """
    joined = [_JOINT.join(("", *phrasings, "")) for phrasings in (one, other)]
    sizes = [len(phrasings) + 2 * _UNSEEN for phrasings in (one, other)]
    odds = 0.0
    for gram in _grams(text):
        seen = [phrasings.count(gram) for phrasings in joined]
        if sum(seen) > 1:
            odds += math.log((seen[0] + _UNSEEN) / sizes[0]) - math.log((seen[1] + _UNSEEN) / sizes[1])
    return odds


def _grams(text: str) -> list[str]:
    """Characters and pairs of them, each once; an edge counts as one."""
    edged = f"{_JOINT}{text}{_JOINT}"
    pairs = (edged[at : at + 2] for at in range(len(edged) - 1))
    return list(dict.fromkeys((*text, *pairs)))


def _similarities(text: str, choices: Sequence[Sequence[str]]) -> Floats:
    """For each leader the best phrasing plus the mean of the best four, about their common mean."""
    found = np.array([_similarity(text, phrasings) for phrasings in choices], dtype=np.float32)
    return np.asarray(found - found.mean())


def _similarity(text: str, phrasings: Sequence[str]) -> float:
    """The best phrasing and the mean of the best four: one lucky hit alone proves little."""
    best = process.extract(text, phrasings, scorer=fuzz.ratio, processor=None, limit=_NEAREST, score_cutoff=_FAINT)
    if not best:
        return 0.0
    scores = [score for _, score, _ in best]
    return (scores[0] + sum(scores) / _NEAREST) / 100
