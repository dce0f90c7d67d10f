"""How much nearer a text lies to the likest sentences of one side than to those of the other: what single features do not add up to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Places = NDArray[np.int32]

_NEAREST = 20
"""Sentences of each side that are asked: one alone may be near by chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Sentences by their features. Those with feature row ``r`` are ``texts[starts[r]:starts[r + 1]]``; ``squares`` weighs a
    feature the more, the fewer have it; ``lengths`` are of the sentences; ``ours`` tells their side.
    """

    row_of: dict[str, int]
    starts: Places
    texts: Places
    squares: Numbers
    lengths: Numbers
    ours: NDArray[np.bool_]

    def score(self, features: Collection[str]) -> float:
        """The mean likeness (cosine) to the nearest of our side, less that to the nearest of the other; -1 to 1."""
        rows = [row for name in features if (row := self.row_of.get(name)) is not None]
        if not rows or not _parted(self.ours):
            return 0.0
        shared = np.zeros(len(self.lengths), dtype=np.float32)
        for row in rows:
            shared[self.texts[self.starts[row] : self.starts[row + 1]]] += self.squares[row]
        likeness = shared / (self.lengths * math.sqrt(float(self.squares[rows].sum())))
        return _nearest(likeness[self.ours]) - _nearest(likeness[~self.ours])


def fit_neighbours(texts: Sequence[Sequence[str]], sides: Sequence[bool]) -> Neighbours:
    """Sentences laid out to be compared with; features that all have, or that nobody has, tell nothing."""
    seen = Counter(name for text in texts for name in text)
    row_of = {name: row for row, name in enumerate(seen)}
    squares = np.array([math.log(len(texts) / count) ** 2 for count in seen.values()], dtype=np.float32)
    rows = [np.array([row_of[name] for name in text], dtype=np.int32) for text in texts]
    flat = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)
    order = np.argsort(flat, kind="stable")
    of_text = np.repeat(np.arange(len(texts), dtype=np.int32), [len(row) for row in rows])
    starts = np.concatenate(([0], np.cumsum(np.bincount(flat, minlength=len(seen))))).astype(np.int32)
    lengths = np.sqrt(np.array([float(squares[row].sum()) for row in rows], dtype=np.float32))
    return Neighbours(row_of, starts, of_text[order], squares, np.maximum(lengths, 1e-6), np.array(sides, dtype=np.bool_))


def _parted(ours: NDArray[np.bool_]) -> bool:
    return bool(ours.any()) and not bool(ours.all())


def _nearest(likeness: Numbers) -> float:
    count = min(_NEAREST, len(likeness))
    return float(np.partition(likeness, -count)[-count:].mean())
