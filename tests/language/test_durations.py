"""Durations: numbers and units, alone and together."""

from __future__ import annotations

import pytest

from bot.language.durations import DurationReader

UNITS = DurationReader(
    [
        ("天", "days", 1),
        ("日", "days", 1),
        ("周", "days", 7),
        ("个星期", "days", 7),
        ("个礼拜", "days", 7),
        ("个月", "days", None),
        ("月", "days", None),
        ("个月", "months", 1),
        ("年", "months", 12),
    ]
)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("45天", 45, 45),
        ("四十五天", 45, 45),
        ("廿一天", 21, 21),
        ("一百〇五天", 105, 105),
        ("一o五天", 105, 105),
        ("3十5天", 35, 35),
        ("七八天", 7, 8),
        ("四五十天", 40, 50),
        ("十七八天", 17, 18),
        ("一两周", 7, 14),
        ("3到5天", 3, 5),
        ("10天到15天", 10, 15),
        ("十来天", 10, 19),
        ("30多天", 31, 39),
        ("两周零三天", 17, 17),
        ("两周三天", 17, 17),
        ("30+15天", 45, 45),
        ("三十又五天", 35, 35),
        ("15x2天", 30, 30),
        ("两个14天", 28, 28),
        ("三个礼拜", 21, 21),
        ("52个人天", 52, 52),
        ("2.5天", 2.5, 2.5),
        ("三天半", 3.5, 3.5),
        ("半天", 0.5, 0.5),
    ],
)
def test_days(said: str, low: float, high: float) -> None:
    (found,) = UNITS.find(f"干了{said}吧")
    assert found.values["days"] == (low, high)


@pytest.mark.parametrize(
    ("said", "months"),
    [("三个月", 3), ("一个半月", 1.5), ("半年", 6), ("一年零三个月", 15), ("半个月", 0.5), ("一年半", 18)],
)
def test_months_are_no_days(said: str, months: float) -> None:
    (found,) = UNITS.find(said)
    assert found.values["months"] == (months, months)
    assert found.values.get("days") is None


@pytest.mark.parametrize("said", ["一个月零5天", "二五天", "百八十天"])
def test_what_it_comes_to_is_not_known(said: str) -> None:
    (found,) = UNITS.find(said)
    assert all(value is None for value in found.values.values())


def test_what_it_counts_stands_in_the_order_told() -> None:
    (found,) = UNITS.find("一个月零6天")
    assert list(found.values) == ["days", "months"]
    (found,) = DurationReader([("个月", "months", 1), ("个月", "days", None), ("天", "days", 1)]).find("一个月零6天")
    assert list(found.values) == ["months", "days"]


@pytest.mark.parametrize("said", ["第5天", "1e9天", "三点五天", "几天", "天天", "多少天"])
def test_no_duration(said: str) -> None:
    assert UNITS.find(said) == []


def test_signs_and_about() -> None:
    assert UNITS.find("负5天")[0].negative
    assert UNITS.find("20天左右")[0].loose
    assert UNITS.find("两个多月")[0].loose
    assert not UNITS.find("20天多少钱")[0].loose
    assert UNITS.find("一天多少")[0].single
    assert not UNITS.find("一〇五天")[0].single
