"""Whether a message asks what documents cover: which way each feature leans, weighed against all the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from bot.compiled.index import Labelled
from bot.compiled.leaning import Leaning, fit_leaning


def covering_features(features: Sequence[str]) -> list[str]:
    """Features as the index has them (``compiled.features``), and which concepts are named together: kin and school."""
    concepts = sorted(name[1:] for name in features if name[0] == "c")
    return [*features, *(f"o{first}>{then}" for first, then in combinations(concepts, 2))]


def fit_covering(labelled: Sequence[Labelled], idle: Iterable[Sequence[str]]) -> Leaning:
    """Fit covered questions against everything else that people say: other matters, small talk, what only tells of a day.

    The index counts each feature by itself; here a feature counts only for what the others leave open, so that many
    everyday words together do not pass for a question. ``idle`` are the features of what people say who ask nothing.
    """
    said = [(one.features, one.column.kind == "topic") for one in labelled] + [(told, False) for told in idle]
    return fit_leaning([covering_features(known) for known, _ in said], [covered for _, covered in said])
