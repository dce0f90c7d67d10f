"""How much nearer a text lies to the likest sentences of one side than to those of the other: what single features do not add up to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.compiled.features import SHELVED, SPELLED
from bot.language.packed import Packed

Numbers = NDArray[np.float32]
Places = NDArray[np.int32]

_NEAREST = 12
"""Sentences of each side that are asked: one alone may be near by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Sentences by their features, those of our side first: ``ours`` of them. Those with feature row ``r`` are
    ``texts[starts[r]:starts[r + 1]]``; ``squares`` weighs a feature the more, the fewer have it; ``lengths`` are of the sentences.
    """

    row_of: Packed[int]
    starts: Places
    texts: Places
    squares: Numbers
    lengths: Numbers
    ours: int

    def score(self, features: Collection[str]) -> float:
        """The mean likeness (cosine) to the nearest of our side, less that to the nearest of the other; -1 to 1."""
        known = [row for row in map(self.row_of.known.__getitem__, features) if row is not None]
        if not known or not 0 < self.ours < len(self.lengths):
            return 0.0
        rows = np.array(known, dtype=np.intp)
        squares = self.squares[rows]
        begins, ends = self.starts[rows], self.starts[rows + 1]
        having = np.concatenate([self.texts[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)])
        weights = squares.astype(np.float64).repeat(ends - begins)  # as wide as they are summed: a hundred thousand of them
        likeness = np.bincount(having, weights, len(self.lengths)) / self.lengths
        return (_nearest(likeness[: self.ours]) - _nearest(likeness[self.ours :])) / math.sqrt(float(squares.sum()))


def fit_neighbours(texts: Sequence[Sequence[str]], sides: Sequence[bool]) -> Neighbours:
    """Sentences laid out to be compared with; features that all have, or that nobody has, tell nothing."""
    seen = Counter(chain.from_iterable(texts))
    row_of = {name: row for row, name in enumerate(seen)}
    squares = np.array([math.log(len(texts) / count) ** 2 for count in seen.values()], dtype=np.float32)
    ours_first = [text for wanted in (True, False) for text, ours in zip(texts, sides, strict=True) if ours is wanted]
    rows = [np.array([row_of[name] for name in text], dtype=np.int32) for text in ours_first]
    flat = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)
    order = np.argsort(flat, kind="stable")
    of_text = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row in rows])
    starts = np.concatenate(([0], np.cumsum(np.bincount(flat, minlength=len(seen))))).astype(np.int32)
    lengths = np.sqrt(np.array([float(squares[row].sum()) for row in rows], dtype=np.float32))
    return Neighbours(Packed(row_of, SHELVED, SPELLED), starts, of_text[order], squares, np.maximum(lengths, 1e-6), sum(sides))


def _nearest(likeness: NDArray[np.float64]) -> float:
    count = min(_NEAREST, len(likeness))
    return float(np.partition(likeness, -count)[-count:].mean())
