"""Score topics for a question: three kinds of evidence, each scaled alike. The only room that knows rapidfuzz."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from bot.matching.index import Floats, Index

_COMPARED_TOPICS = 6
_NEAREST = 4


_NO_PRIOR: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Scored:
    """A topic with its total and the three kinds of evidence it rests on (each in standard deviations)."""

    topic: str
    total: float
    contrast: float
    profile: float
    phrasing: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Topics by falling score; ``scope`` tells covered questions (above 0) from others, whatever the topic."""

    scored: tuple[Scored, ...] = ()
    scope: float = 0.0


def rank(
    features: Sequence[str], text: str, index: Index, prior: Mapping[str, float] = _NO_PRIOR, evidence: str = "cpf"
) -> Ranking:
    """Rank all topics for a question's features and masked text.

    ``prior`` is what speaks for a topic besides the words, added before the leaders are compared closely; ``evidence``
    leaves kinds out, for ablation.
    """
    rows = index.rows(features)
    if not len(rows):
        return Ranking()
    contrast = _standardised(index.contrast[rows].sum(axis=0))
    weights = index.rarity[rows]
    cosines = (weights[:, None] * index.profile[rows]).sum(axis=0) / np.linalg.norm(weights)
    profile = _standardised(cosines)
    total = contrast * ("c" in evidence) + profile * ("p" in evidence)
    for topic, extra in prior.items():
        total[index.column_of[topic]] += extra
    fuzzy = np.zeros_like(total)
    if "f" in evidence:
        leaders = np.argsort(-total)[:_COMPARED_TOPICS]
        similarity = np.array([_similarity(text, index.phrasings[column]) for column in leaders])
        fuzzy[leaders] = _FUZZY_WEIGHT * (similarity.sum(axis=1) - similarity.sum(axis=1).mean())
        total = total + fuzzy
    order = np.argsort(-total)[:_COMPARED_TOPICS]
    scored = tuple(
        Scored(index.topics[i], float(total[i]), float(contrast[i]), float(profile[i]), float(fuzzy[i])) for i in order
    )
    return Ranking(scored, float(index.scope[rows].sum()) / math.sqrt(len(features) + 1))


_FUZZY_WEIGHT = 3.0


def _standardised(values: Floats) -> Floats:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 0 else np.zeros_like(values)


def _similarity(text: str, phrasings: Sequence[str]) -> tuple[float, float]:
    """The best phrasing, and the mean of the best four: one lucky hit alone proves little."""
    scores = process.cdist([text], phrasings, scorer=fuzz.ratio, dtype=np.float32)[0] / 100
    best = np.partition(scores, -_NEAREST)[-_NEAREST:] if len(scores) > _NEAREST else scores
    return float(best.max()), float(best.mean())
