"""Whether days are a count at all."""

from __future__ import annotations

from bot.language.counts_or_not import points_back, wished_for


def test_days_that_only_point_back() -> None:
    assert points_back("那3天", 1)
    assert not points_back("做3天", 1)


def test_a_count_that_is_only_wished_for() -> None:
    assert wished_for("能不能按", "算")
    assert not wished_for("按排班上了", "，补助多少")
