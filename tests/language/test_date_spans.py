"""Stretches of the calendar and how the working names them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.date_spans import ANY_YEAR, Kind, Span, last_of, stretch, told


def span(*parts: tuple[date, date]) -> Span:
    return Span(0, 1, Kind.DAYS, parts)


def test_both_ends_are_counted() -> None:
    assert span((date(2020, 2, 27), date(2020, 3, 2)), (date(2020, 3, 9), date(2020, 3, 9))).days == 6


@pytest.mark.parametrize(("month", "last"), [(2, 29), (4, 30), (12, 31)])
def test_the_last_day_of_a_month(month: int, last: int) -> None:
    assert last_of(2020, month) == date(2020, month, last)


def test_how_days_are_named() -> None:
    first, last = date(2020, 4, 3), date(2020, 4, 8)
    assert stretch(first.toordinal(), last.toordinal()) == "4月3日到4月8日"
    assert told(span((first, first), (last, last))) == "4月3日、4月8日"
    assert told(span((date(ANY_YEAR, 1, 3), date(ANY_YEAR, 1, 8)))) == "3日到8日"
    assert told(span(*[(first, first)] * 3)) == ""
