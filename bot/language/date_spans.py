"""Stretches of the calendar: days or months told by their first and last day, and how the working names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

DAY_UNITS = ("天", "日")

MONTH_UNITS = ("个月", "月")
"""What a number fact's own unit must be for calendar days, or named months, to be counted under it."""


class Kind(Enum):
    """What an expression names: one day, days (a range, a list, a third of a month), or whole months."""

    DAY = "day"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Span:
    """A calendar expression at ``text[start:end]``.

    ``parts`` are its stretches of days, each with its first and last; none where a date does not exist, a range runs backwards or
    a year cannot be told. ``months`` counts the months named; ``whole`` says that all their days are meant.
    """

    start: int
    end: int
    kind: Kind
    parts: tuple[tuple[date, date], ...]
    months: int = 0
    whole: bool = False

    @property
    def days(self) -> int:
        """Days, both ends counted."""
        return sum((last - first).days + 1 for first, last in self.parts)


SHORTEST_MONTH = 28

ANY_YEAR = 1
"""The year of days whose month is not told."""


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return (date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)) - timedelta(days=1)


def stretch(first: int, last: int) -> str:
    """Days from one ordinal to another as the working names them."""
    return told(Span(0, 0, Kind.DAYS, ((date.fromordinal(first), date.fromordinal(last)),)))


def told(span: Span) -> str:
    """The days of a span as the working names them: 2月1日到2月25日."""
    names = []
    for first, last in span.parts[:2]:
        if first.year == ANY_YEAR:
            return f"{first.day}日到{last.day}日"
        begin = f"{first.month}月{first.day}日"
        names.append(begin if first == last else f"{begin}到{last.month}月{last.day}日")
    return "、".join(names) if len(span.parts) <= 2 else ""
