"""Each form of a calendar expression: its first and last days, against dates written out."""

from __future__ import annotations

import pytest

from bot.language.date_spans import Kind
from bot.language.dates import calendar


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2月3日到3月5日", 32),
        ("2月3到2月18", 16),
        ("2月3号到18号", 16),
        ("2月3-18号", 16),
        ("自2月10日起至3月8日止", 28),
        ("从二月三号到二月十八号", 16),
        ("2月3号干到3月5号", 32),
        ("2月5号一直到月底", 25),
        ("2月初到3月底", 60),
        ("3月5日至月底", 27),
        ("2020.2.3-2020.3.5", 32),
        ("2.3-2.18", 16),
        ("2/3-2/28", 26),
        ("20200203到20200305", 32),
        ("0205-0219", 15),
        ("2020年12月20日到2021年1月18日", 30),
        ("12月20日到1月5日", 17),
        ("2月3日、5日、7日", 3),
        ("2月3、5、7号", 3),
        ("2月上旬", 10),
        ("3月中旬", 10),
        ("2月下旬", 9),
        ("2月份最后5天", 5),
        ("4月只有前8天", 8),
        ("2月4日起，3月2日止", 28),
        ("2/4起3/2止", 28),
    ],
)
def test_days(said: str, days: int) -> None:
    (span,) = calendar(f"我{said}在病房", 2020)
    assert (span.kind, span.days) == (Kind.DAYS, days)


@pytest.mark.parametrize(
    "said", ["2月30日到3月5日", "3月20号到3月5号", "11月20日到3月5日", "4月31号到5月3号", "2月3日、3日"]
)
def test_dates_that_cannot_be(said: str) -> None:
    (span,) = calendar(said, 2020)
    assert span.parts == ()


@pytest.mark.parametrize(
    ("said", "months", "whole", "days"),
    [
        ("整个二月", 1, True, 29),
        ("2月份全月", 1, True, 29),
        ("2月到5月", 4, False, 121),
        ("二、三、四月", 3, False, 90),
        ("11月到2月", 4, False, 0),
    ],
)
def test_months(said: str, months: int, whole: bool, days: int) -> None:
    (span,) = calendar(said, 2020)
    assert (span.kind, span.months, span.whole, span.days) == (Kind.MONTHS, months, whole, days)


@pytest.mark.parametrize("said", ["2月天天上班", "二月从月头到月尾", "二月一天没歇", "整个二月", "二月满勤"])
def test_a_month_is_whole_where_every_day_is_meant(said: str) -> None:
    (span,) = calendar(said, 2020)
    assert (span.days, span.whole) == (29, True)


def test_an_adverb_is_no_day() -> None:
    assert [span.days for span in calendar("整个3月和4月一直在", 2020)] == [61]
    assert [span.days for span in calendar("二月二十五一直到3月2号", 2020)] == [7]
    assert [span.days for span in calendar("四月二十一到三十号", 2020)] == [10]


def test_days_not_worked_are_all_of_the_range() -> None:
    assert [span.days for span in calendar("3月16号到3月18日没去", 2020)] == [3]
    assert [span.days for span in calendar("3月16号到3月18日就没去了", 2020)] == [2]
