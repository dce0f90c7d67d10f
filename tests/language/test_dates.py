"""Calendar expressions: their first and last days, against dates written out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.dates import calendar


@pytest.mark.parametrize(
    "said", ["2月22天", "干了20天", "37.5度", "比例1.2-1.5", "301病房", "3-5个", "三楼", "2月份的补助", "13812345678"]
)
def test_no_date(said: str) -> None:
    assert calendar(said, 2020) == []


def test_a_month_named_before_holds_for_the_next_range() -> None:
    first, second = calendar("2月4号到10号在病房，后来18号到25号又去", 2020)
    assert first.parts == ((date(2020, 2, 4), date(2020, 2, 10)),)
    assert second.parts == ((date(2020, 2, 18), date(2020, 2, 25)),)


@given(st.dates(date(2020, 1, 1), date(2020, 12, 31)), st.dates(date(2020, 1, 1), date(2020, 12, 31)))
def test_every_range_of_a_year(one: date, other: date) -> None:
    first, last = sorted((one, other))
    (span,) = calendar(f"{first.month}月{first.day}日到{last.month}月{last.day}日", 2020)
    assert span.parts == ((first, last),)


def test_days_of_a_month_that_is_not_told_are_as_many_in_any() -> None:
    assert [span.days for span in calendar("8号到19号天天在", 2020)] == [12]
    assert [span.parts for span in calendar("8号到31号天天在", 2020)] == [()]


def test_a_range_or_day_without_a_month_is_of_the_month_spoken_of_last() -> None:
    month = date(2020, 3, 9)
    (span,) = calendar("是到26号", 2020, month)
    assert span.parts == ((date(2020, 3, 26), date(2020, 3, 26)),)
    assert calendar("补助22号发的", 2020, month) == []
    (other,) = calendar("二月的，4号到8号", 2020, month)
    assert other.parts == ((date(2020, 2, 4), date(2020, 2, 8)),)


def test_days_alone_are_of_the_month_named_before() -> None:
    whole, off = calendar("三月份全月，12号和13号没上", 2020)
    assert (whole.days, off.days) == (31, 2)
    assert calendar("住3号床", 2020) == []


def test_a_month_told_after_its_days_is_not_whole() -> None:
    assert [span.days for span in calendar("8号到23号，三月份的，每天都在", 2020)] == [16]
