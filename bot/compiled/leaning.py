"""How far each feature leans to one of two sides: a logistic regression fitted by counting passes, without randomness."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.compiled.features import SHELVED, SPELLED
from bot.language.packed import Packed

Numbers = NDArray[np.float64]

_PASSES = 100
_PENALTY = 0.1
"""Pulls weights towards 0, so that a feature seen in few sentences proves little."""

_SELDOM = "bpo"
"""Kinds of features (by their first letter) of which those seen once are left out: most, and they prove nothing."""

_CURVATURE = 0.75
"""Bound on how fast the slope changes, by which a step is small enough to converge."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaning:
    """The row of each feature, the weight of each row, and the lean of a text without any; above 0 speaks for the side.

    Several fitted to the same texts share their rows, so that a text's are looked up once for all of them.
    """

    row_of: Packed[int]
    weights: array[float]
    bias: float

    def rows(self, features: Iterable[str]) -> list[int]:
        """The rows of a text's features, of those that are known."""
        return [row for row in map(self.row_of.known.__getitem__, features) if row is not None]

    def weigh(self, rows: Sequence[int]) -> float:
        """Log odds of a text by its rows: long texts do not weigh more than short ones."""
        return sum(map(self.weights.__getitem__, rows)) / math.sqrt(len(rows)) + self.bias if rows else self.bias

    def score(self, features: Iterable[str]) -> float:
        """Log odds of a text by its features."""
        return self.weigh(self.rows(features))


def fit_leaning(texts: Sequence[Sequence[str]], sides: Sequence[bool], opening: int = SHELVED) -> Leaning:
    """Weights under which texts lean to their own side. The same texts give the same weights."""
    return fit_leanings(texts, sides, opening=opening)[0]


def fit_leanings(texts: Sequence[Sequence[str]], *sides: Sequence[bool], opening: int = SHELVED) -> tuple[Leaning, ...]:
    """One for each way of parting the same texts into sides."""
    row_of = _rows(texts)
    rows = [[row_of[name] for name in text if name in row_of] for text in texts]
    sizes = np.array([len(row) for row in rows], dtype=np.intp)
    flat = np.array([number for row in rows for number in row], dtype=np.intp)
    packed = Packed(row_of, opening, SPELLED)
    fitted = (_descend(flat, sizes, np.array(side, dtype=np.float64), len(row_of)) for side in sides)
    return tuple(Leaning(packed, array("d", weights.tolist()), bias) for weights, bias in fitted)


def _rows(texts: Sequence[Sequence[str]]) -> dict[str, int]:
    seen = Counter(chain.from_iterable(texts))
    kept = (name for name, count in seen.items() if count > 1 or name[0] not in _SELDOM)
    return {name: row for row, name in enumerate(kept)}


def _descend(flat: NDArray[np.intp], sizes: NDArray[np.intp], sides: Numbers, size: int) -> tuple[Numbers, float]:
    """Accelerated gradient descent (Nesterov, 1983); ``flat`` are the feature rows of all texts one after another, ``sizes`` how
    many each has.
    """
    share, speaking = 1 / np.sqrt(np.maximum(sizes, 1)), sizes > 0
    begins = (np.cumsum(sizes) - sizes)[speaking]
    steepest = np.bincount(flat, weights=np.repeat(share**2, sizes), minlength=size).max(initial=1.0)
    step = 1 / (_CURVATURE * float(steepest) + _PENALTY)
    ahead, weights, bias, pace = np.zeros(size), np.zeros(size), 0.0, 1.0
    for _ in range(_PASSES):
        odds = np.full(len(sides), bias)
        odds[speaking] += np.add.reduceat(ahead[flat], begins) * share[speaking] if begins.size else 0.0
        error = 1 / (1 + np.exp(-odds)) - sides
        slope = np.bincount(flat, weights=np.repeat(error * share, sizes), minlength=size) + _PENALTY * ahead
        moved = ahead - step * slope
        bias -= 2 * float(error.mean())
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead, weights, pace = moved + (pace - 1) / faster * (moved - weights), moved, faster
    return weights, bias
