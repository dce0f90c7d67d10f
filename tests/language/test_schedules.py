"""Days of the week on which somebody works."""

from __future__ import annotations

import pytest

from bot.language.schedules import schedules, together

WORKDAYS = {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("said", "worked"),
    [
        ("周一到周五上班", WORKDAYS),
        ("每周一至五去", WORKDAYS),
        ("周末双休", WORKDAYS),
        ("礼拜六礼拜天不上", WORKDAYS),
        ("周六日歇", WORKDAYS),
        ("除了周四天天上", {0, 1, 2, 4, 5, 6, 3} - {3}),
        ("每周三休息", {0, 1, 3, 4, 5, 6}),
        ("周二、周四上班", {1, 3}),
        ("周末也上", set(range(7))),
    ],
)
def test_days_worked(said: str, worked: set[int]) -> None:
    assert together(list(schedules(said))) == frozenset(worked)


@pytest.mark.parametrize("said", ["周三开了个会", "周一到周三上班，周四到周六上班"])
def test_what_is_not_clear(said: str) -> None:
    assert together(list(schedules(said))) is None


@pytest.mark.parametrize("said", ["三个礼拜天天在", "上周三去的", "干了两周"])
def test_no_schedule(said: str) -> None:
    assert list(schedules(said)) == []
