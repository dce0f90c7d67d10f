"""The months by whose names counts are told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.counting.tokens import Tokens
from bot.counting.tree import Count
from bot.language import months_and_money
from bot.language.numerals import bounds_of


def month_of(tokens: Tokens, count: Count) -> int:
    """The month in whose name so many days are told (三月18天); 0 where none is named, or another count stands between."""
    begin = max((other.end for other in tokens.counts if other.end <= count.start), default=0)
    begin = max(begin, tokens.clauses.sentence_begin(count.start))
    return 0 if count.dated else month_named(tokens, labels_between(tokens, begin, count.start))


def labels_between(tokens: Tokens, begin: int, end: int) -> list[tuple[int, int]]:
    """The labels that stand in a stretch."""
    return [label for label in tokens.labels if begin <= label[0] and label[1] <= end]


def month_named(tokens: Tokens, labels: Sequence[tuple[int, int]]) -> int:
    """The number of the month that the one label names; 0 if it names none, or there are several."""
    names = {months_and_money.bare_month(tokens.text[slice(*label)]) for label in labels}
    if len(names) != 1 or not months_and_money.MONTH_NAMED.fullmatch(tokens.text, *labels[0]):
        return 0
    month = bounds_of(months_and_money.bare_month(tokens.text[slice(*labels[0])]))
    return int(month.low) if month is not None else 0
