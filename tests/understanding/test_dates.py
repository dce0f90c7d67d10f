"""Ranges of dates and months."""

from __future__ import annotations

import pytest

from bot.understanding.dates import day_ranges, month_range, weeks_and_days


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("2月3日到3月5日", [32]),
        ("1.20-2.15", [27]),
        ("2/3-2/28", [26]),
        ("2020.2.1-2020.2.10", [10]),
        ("2020-02-01到2020-02-10", [10]),
        ("2020年12月31日到2021年1月1日", [2]),
        ("2/3到2/28", [26]),
        ("2月1日到10日，2月20日到3月5日", [10, 15]),
        ("12.20到1.5", [17]),
        ("2月30日到2月31日", [None]),
        ("3月5日到2月1日", [None]),
    ],
)
def test_ranges_are_counted_with_both_ends(text: str, units: list[int | None]) -> None:
    rest, found = day_ranges(text, 2020)
    assert [span.units for span in found] == units
    assert len(rest) == len(text)
    assert not any(span.said in rest for span in found)


@pytest.mark.parametrize(
    "text",
    [
        "涨1.5到2.5倍",
        "上班8.5-9.5小时",
        "奖金1.2到1.5万",
        "血压1.5-2.5",
        "体重3.5-4.5公斤",
        "比例1/2到2/3",
        "0/0-0/0",
        "13.45-99.99",
        "一周三到五天",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert day_ranges(text, 2020) == (text, [])


def test_weeks_may_go_on_in_days() -> None:
    rest, (span,) = weeks_and_days("做了两周零三天")
    assert span.units == 17
    assert "三天" not in rest


def test_months_are_counted_with_both_ends() -> None:
    rest, (span,) = month_range("从二月到六月")
    assert span.units == 5
    assert "二月" not in rest
