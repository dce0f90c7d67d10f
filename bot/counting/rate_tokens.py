"""Figures that are rates, and other sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.counting.tokens import Tiers, Tokens, blank
from bot.counting.tree import Rate
from bot.language.months_and_money import RATE_BEFORE, RATE_NAMED
from bot.language.numerals import RUN_OF_NUMERALS, bounds_of, value_of
from bot.model.tally import Doubt, Reason

_LEAST_SUM = 1000
"""Yuan from which a figure can be nothing but money."""

_LEAST_RATE = 10
"""Yuan below which nobody speaks of a day's money."""


def rates_in(tokens: Tokens, left: str, tiers: Tiers) -> str:
    """Figures that are rates: by the day, or said right after a person. One that the documents lack is a doubt, hearsay is none."""
    claimed: list[tuple[int, int]] = []
    for match in RUN_OF_NUMERALS.finditer(left):
        value = bounds_of(match.group())
        if (
            value is None
            or value.low != value.high
            or value.low < _LEAST_RATE
            or not (_is_rate(tokens, match, value.low in tiers) or _beside_a_rate(match, claimed, value.low in tiers))
        ):
            continue
        claimed.append(match.span())
        facts = None if RATE_BEFORE.search(tokens.text, 0, match.start()) else tiers.get(int(value.low))
        if facts is not None:
            tokens.rates.append(Rate(match.start(), match.end(), facts))
        elif value.low not in tiers and not tokens.said("hearsay", end=match.start()):
            tokens.doubts.append(Doubt(Reason.NO_SUCH_RATE, "", match.group()))
    return blank(left, claimed)


def money_named(left: str) -> Iterator[tuple[int, int]]:
    """Sums that somebody has heard of or worked out (是不是两万二): no count of days is as large."""
    for match in RUN_OF_NUMERALS.finditer(left):
        value = value_of(match.group())
        if value is not None and value >= _LEAST_SUM:
            yield match.span()


def _is_rate(tokens: Tokens, match: re.Match[str], known: bool) -> bool:
    by_day = tokens.just_before(match.start(), "per-day", within=1) or tokens.just_after(
        match.end(), "per-day", within=2
    )
    if known and RATE_NAMED.match(tokens.text, match.end()):
        return True
    whose = any(0 <= match.start() - person.end <= 1 for person in tokens.persons)
    return by_day is not None or (known and whose)


def _beside_a_rate(match: re.Match[str], claimed: Iterable[tuple[int, int]], known: bool) -> bool:
    """Whether a figure that documents give stands right behind a rate: 一天两百|三百."""
    return known and any(end == match.start() for _, end in claimed)
