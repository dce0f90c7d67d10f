"""Whether a message asks what documents cover: which way each feature leans, weighed against all the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.compiled.index import Labelled
from bot.compiled.leaning import Leaning, fit_leaning


def fit_covering(labelled: Sequence[Labelled], idle: Iterable[Sequence[str]]) -> Leaning:
    """Fit covered questions against everything else that people say: other matters, small talk, what only tells of a day.

    The index counts each feature by itself; here a feature counts only for what the others leave open, so that many
    everyday words together do not pass for a question. ``idle`` are the features of what people say who ask nothing.
    """
    told = list(idle)
    sides = [one.column.kind == "topic" for one in labelled]
    return fit_leaning([*(one.features for one in labelled), *told], [*sides, *[False] * len(told)])
