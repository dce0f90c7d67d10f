"""Months, and what is given by the month."""

from __future__ import annotations

from bot.language.months_and_money import bare_month


def test_the_number_of_a_month() -> None:
    assert bare_month("二月份") == "二"
