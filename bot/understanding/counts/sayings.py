"""Counts told otherwise than by a number and a unit: the 40th day, one stroke a day, four on and three off, 天数是64."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.language.numerals import bounds_of
from bot.language.spells import NTH_DAY, ON_AND_OFF, ONE_MORE, TALLIED, titled, up_to_now
from bot.understanding.counts.tokens import Tokens, blank
from bot.understanding.counts.tree import Count, Word

_FEW = 2
"""第二天 is but the next day."""

_FAR = 12


def told_otherwise(tokens: Tokens, left: str, by_day: Sequence[str], titles: Sequence[str]) -> str:
    """Such counts put among the tokens; the text without them."""
    if not by_day:
        return left
    for read in (_one_more, _marks_tallied, _on_and_off, _nth_day):
        left = read(tokens, left, by_day[0])
    return _titled(tokens, left, by_day[0], titles)


def _add(tokens: Tokens, fact: str, span: tuple[int, int], said: str) -> bool:
    """Whether a numeral is one whole number, which then is a count."""
    value = bounds_of(said)
    if value is None or value.low != value.high or value.low != int(value.low):
        return False
    tokens.counts.append(Count(*span, fact, value.low, value.low))
    return True


def _one_more(tokens: Tokens, left: str, fact: str) -> str:
    """加上今天这一天: one day, of what was counted before."""

    def read(match: re.Match[str]) -> bool:
        if tokens.goes_on:
            tokens.counts.append(Count(*match.span(), fact, 1, 1))
        return tokens.goes_on

    return _each(left, ONE_MORE, read)


def _marks_tallied(tokens: Tokens, left: str, fact: str) -> str:
    """二十六道杠，一道一天."""
    return _each(left, TALLIED, lambda m: _add(tokens, fact, m.span(), m.group("number")))


def _on_and_off(tokens: Tokens, left: str, fact: str) -> str:
    """上四休三: days on, and days off."""

    def read(match: re.Match[str]) -> bool:
        if not _add(tokens, fact, match.span("on"), match.group("on")):
            return False
        tokens.words = sorted([*tokens.words, Word(*match.span("off"), frozenset({"idle"}))], key=lambda word: word.start)
        return _add(tokens, fact, match.span("rest"), match.group("rest"))

    return _each(left, ON_AND_OFF, read)


def _nth_day(tokens: Tokens, left: str, fact: str) -> str:
    """今天是第40天: so many, if it is the last yet; 第二天 counts nothing."""

    def read(match: re.Match[str]) -> bool:
        value = bounds_of(match.group("number"))
        if value is not None and value.high <= _FEW:
            return True
        begin = max(0, match.start() - 2 * _FAR)
        near = left[begin : match.start()] + "·" + left[match.end() : match.end() + _FAR]
        if not (up_to_now(near) and _add(tokens, fact, match.span(), match.group("number"))):
            tokens.unplaced.append(match.span())
        return True

    return _each(left, NTH_DAY, read)


def _titled(tokens: Tokens, left: str, fact: str, titles: Sequence[str]) -> str:
    """天数是64: a bare number after what is counted is named."""
    pattern = titled("|".join(map(re.escape, titles)) or r"(?!)")
    return _each(left, pattern, lambda match: _add(tokens, fact, match.span("number"), match.group("number")))


def _each(left: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], bool]) -> str:
    return blank(left, [match.span() for match in pattern.finditer(left) if read(match)])
