"""Which facts a message states of the person it is about."""

from __future__ import annotations

from collections.abc import Mapping

from bot.compiled.keys import OptionKey
from bot.language.patterns import Found


def most_specific(found: Mapping[OptionKey, Found]) -> dict[str, str]:
    """One option for each fact that is said: the one whose pattern says most."""
    best: dict[str, tuple[tuple[int, int], str]] = {}
    for key, here in found.items():
        if key.fact not in best or here.weight > best[key.fact][0]:
            best[key.fact] = (here.weight, key.option)
    return {fact: option for fact, (_, option) in best.items()}
