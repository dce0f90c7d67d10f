"""Knowledge compiled for matching: how typical each feature is of each topic, and every phrasing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.compiled.features import SHELVED, SPELLED
from bot.compiled.keys import Column
from bot.language.packed import Packed

Floats = NDArray[np.float32]

_SMOOTHING = 1.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """One phrasing: what it stands for, its plain text and its features."""

    column: Column
    text: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Shapes: R features (rows), T topics. ``evidence`` is R × (2T + 1), so that one sum over a question's rows gives
    everything it is scored by:

    columns 0 … T: contrast, complement naive Bayes log weights;
    columns T … 2T: profile, the topic's unit-length mean TF-IDF vector, times the feature's rarity;
    both centred within each row, so that an even feature counts nothing and every sum has mean 0;
    last column: scope, how much more often a feature is used in covered questions than in others (log odds).
    """

    topics: tuple[Column, ...]
    column_of: dict[Column, int]
    row_of: Packed[int]
    evidence: Floats
    phrasings: tuple[tuple[str, ...], ...]
    best: NDArray[np.intp]
    """The column of each row's most typical topic."""

    degree: Floats
    """How typical it is of it. Worked out beforehand: whoever looks through all of ``evidence`` has all of it in memory."""

    @property
    def contrast(self) -> Floats:
        """The first T columns of ``evidence``."""
        return self.evidence[:, : len(self.topics)]

    def rows(self, features: Sequence[str]) -> list[int | None]:
        """The row number of each feature, None for one that the index does not know."""
        return list(map(self.row_of.known.__getitem__, features))

    def row(self, feature: str) -> int | None:
        """The row number of one feature, None if the index does not know it."""
        return self.row_of.known[feature]

    def typical(self, row: int) -> tuple[Column, float]:
        """The most typical topic of a row, and how typical it is of it."""
        return self.topics[self.best.item(row)], self.degree.item(row)

    def plain(self, features: Sequence[str], least: float) -> list[tuple[Column, float]]:
        """The most typical topic of each feature that is at least so typical of one, and how typical it is of it."""
        rows = np.array([row for row in self.rows(features) if row is not None], dtype=np.intp)
        return [self.typical(row) for row in rows[self.degree[rows] >= least].tolist()]


def build_index(phrasings: Sequence[Labelled]) -> Index:
    """Compile phrasings. Deterministic; one pass of counting, nothing trained."""
    topics = tuple(sorted({phrasing.column for phrasing in phrasings}))
    topic_at = {topic: column for column, topic in enumerate(topics)}
    row_of = _rows(phrasings)
    counts = np.zeros((len(row_of), len(topics)), dtype=np.float64)
    rows_of = [np.array([row_of[n] for n in p.features if n in row_of], dtype=np.intp) for p in phrasings]
    for phrasing, rows in zip(phrasings, rows_of, strict=True):
        counts[rows, topic_at[phrasing.column]] += 1
    rarity = np.log((1 + len(phrasings)) / (1 + counts.sum(axis=1))) + 1
    contrast = _contrast(counts)
    profile = _profile(phrasings, rows_of, topic_at, rarity, counts.shape) * rarity[:, None]
    scope = _scope(phrasings, rows_of, len(row_of))
    evidence = np.hstack([_centred(contrast), _centred(profile), scope[:, None]]).astype(np.float32)
    typical = evidence[:, : len(topics)]
    return Index(
        topics=topics,
        column_of=topic_at,
        row_of=Packed(row_of, SHELVED, SPELLED),
        evidence=evidence,
        best=typical.argmax(axis=1) if topics else np.zeros(len(row_of), dtype=np.intp),
        degree=typical.max(axis=1) if topics else np.zeros(len(row_of), dtype=np.float32),
        phrasings=tuple(tuple(p.text for p in phrasings if p.column == topic) for topic in topics),
    )


def _rows(phrasings: Sequence[Labelled]) -> dict[str, int]:
    """A row for each feature. Character pairs seen only once are left out: half of all, and they prove nothing."""
    seen = Counter(chain.from_iterable(phrasing.features for phrasing in phrasings))
    kept = (name for name, count in seen.items() if count > 1 or not name.startswith("b"))
    return {name: row for row, name in enumerate(kept)}


def _scope(phrasings: Sequence[Labelled], rows_of: Sequence[NDArray[np.intp]], size: int) -> NDArray[np.float64]:
    """Log odds of each feature between covered and other phrasings, smoothed by half a count."""
    counts = np.zeros((2, size))
    totals = np.zeros(2)
    for phrasing, rows in zip(phrasings, rows_of, strict=True):
        covered = int(phrasing.column.kind == "topic")
        counts[covered, rows] += 1
        totals[covered] += 1
    shares = (counts + 0.5) / (totals[:, None] + 1)
    return np.asarray(np.log(shares[1]) - np.log(shares[0]))


def _contrast(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Complement naive Bayes (Rennie et al., 2003): how unlike all other topics a feature is."""
    others = counts.sum(axis=1, keepdims=True) - counts + _SMOOTHING
    return np.asarray(-np.log(others / others.sum(axis=0, keepdims=True)))


def _centred(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each row around zero; without any topic there is nothing to centre."""
    return np.asarray(weights - weights.sum(axis=1, keepdims=True) / max(weights.shape[1], 1))


def _profile(
    phrasings: Sequence[Labelled],
    rows_of: Sequence[NDArray[np.intp]],
    topic_at: dict[Column, int],
    rarity: NDArray[np.float64],
    shape: tuple[int, int],
) -> NDArray[np.float64]:
    profile = np.zeros(shape)
    for phrasing, rows in zip(phrasings, rows_of, strict=True):
        weights = rarity[rows]
        profile[rows, topic_at[phrasing.column]] += weights / max(float(np.linalg.norm(weights)), 1e-9)
    return np.asarray(profile / np.maximum(np.linalg.norm(profile, axis=0, keepdims=True), 1e-9))
