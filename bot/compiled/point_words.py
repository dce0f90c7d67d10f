"""By which words the points of a measure are told apart."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

Weighted = tuple[tuple[str, float], ...]
"""Points, each with how much a word tells of it."""


def point_words(said: Mapping[tuple[str, str], Collection[str]]) -> dict[str, dict[str, Weighted]]:
    """By measure and feature: the points that say it, each weighted by how few of its region's points do.

    ``said`` has the features of each point of a region, by measure and point. Equal values are one object: of tens of thousands
    most come again.

    >>> words = point_words({("m", "a"): ["w餐", "w钱"], ("m", "b"): ["w钱"], ("n", "c"): ["w餐"]})
    >>> [point for point, _ in words["m"]["w钱"]], words["m"]["w餐"][0][1] == words["n"]["w餐"][0][1] > 0
    (['a', 'b'], True)
    """
    shared = Counter(name for found in said.values() for name in found)
    rarity = {name: math.log(len(said) / count) for name, count in shared.items()}
    words: dict[str, dict[str, Weighted]] = defaultdict(dict)
    names: dict[str, str] = {}
    pairs: dict[tuple[str, float], tuple[str, float]] = {}
    alike: dict[Weighted, Weighted] = {}
    for (measure, point), found in said.items():
        of_measure = words[measure]
        for name in found:
            pair = (point, rarity[name])
            points = (*of_measure.get(name, ()), pairs.setdefault(pair, pair))
            of_measure[names.setdefault(name, name)] = alike.setdefault(points, points)
    return dict(words)
