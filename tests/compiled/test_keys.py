"""What the program looks things up by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compiled.keys import (
    CareKey,
    Column,
    FactHint,
    FigureHint,
    NameHint,
    OptionKey,
    PartKey,
    SideHint,
    SideKey,
)

KEYS: list[OptionKey | PartKey | SideKey] = [
    SideKey("whom"), PartKey("ja-01", "point", "paid"), OptionKey("role", "ward"), SideKey("amount"), OptionKey("role", "other"),
    PartKey("ja-01", "amount", "paid"),
]  # fmt: skip


@given(st.permutations(KEYS))
def test_what_patterns_stand_for_sorts_in_one_order(keys: list[OptionKey | PartKey | SideKey]) -> None:
    assert sorted(keys) == sorted(KEYS)


def test_keys_of_two_kinds_are_never_taken_for_each_other() -> None:
    assert len({FactHint("days"), NameHint("days"), SideHint("days"), SideKey("days"), CareKey("days"), ("days",)}) == 6
    assert len({FactHint("1"), FigureHint(1), FigureHint(1.0)}) == 2


@pytest.mark.parametrize(
    ("column", "name"),
    [
        (Column("topic", "daily-subsidy"), "daily-subsidy"),
        (Column("outside", "weather"), "outside/weather"),
        (Column("phrase", "greeting"), "phrase/greeting"),
    ],
)
def test_a_column_is_written(column: Column, name: str) -> None:
    assert str(column) == name
