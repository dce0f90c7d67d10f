"""How a day is written, and the number each part says."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.language.date_notation import BEFORE_IT, DAY_MARK, NUMERIC, POINT, TO, as_group, day_of, number_of, year_of


@pytest.mark.parametrize(("said", "number"), [("7", 7), ("二十一", 21), (None, None)])
def test_a_number_as_said(said: str | None, number: int | None) -> None:
    assert number_of(said) == number


@pytest.mark.parametrize(("said", "year"), [(None, 2020), ("今", 2020), ("去", 2019), ("转过", 2021), ("2018", 2018)])
def test_a_year_is_told_from_the_one_meant(said: str | None, year: int) -> None:
    assert year_of(said, 2020) == year


def test_a_day_exists_or_is_none() -> None:
    assert day_of(2020, 2, 29, None) == date(2020, 2, 29)
    assert day_of(2021, 2, 29, None) is None
    assert day_of(2020, 2, None, "月底") == date(2020, 2, 29)
    assert day_of(2020, 13, 1, None) is None


def test_groups_are_named_for_the_end_they_are_of() -> None:
    found = re.match(f"{as_group(POINT, 'a')}{TO}{as_group(NUMERIC, 'b')}", "4月6号干到4.9")
    assert found is not None
    assert (found["am"], found["ad"], found["bm"], found["bd"]) == ("4", "6", "4", "9")


def test_a_bed_is_no_day_and_a_last_day_may_be_left_out() -> None:
    assert not re.match(DAY_MARK, "号床")
    assert re.fullmatch(BEFORE_IT, "，不含最后一天")
