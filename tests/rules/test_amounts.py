"""Sums: units × rate, the working shown, never another sign or unit."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compiled.snapshot import Snapshot
from bot.model.fact import Fact
from bot.model.measure import Amount
from bot.rules.amounts import Line, add_up, money, rates
from bot.rules.facts import Facts
from tests.rules.conftest import fact

DAILY = Amount.model_validate(
    {
        "id": "daily",
        "title": "补助",
        "counts": "days",
        "cases": (
            {"value": 300, "label": "直接接触", "when": fact("a")},
            {"value": 200, "label": "其他", "when": fact("a", "no")},
        ),
        "multipliers": ({"times": 2, "label": "援鄂", "when": fact("b")},),
    }
)
units = st.integers(1, 366)
known = st.fixed_dictionaries({}, optional={"a": st.sampled_from(["yes", "no"]), "b": st.sampled_from(["yes", "no"])})


@pytest.mark.parametrize(
    ("stated", "values"),
    [
        ({"a": "yes"}, [300]),
        ({"a": "no"}, [200]),
        ({"a": "yes", "b": "yes"}, [600]),
        ({}, [300, 200]),
        ({"b": "yes"}, [600, 400]),
    ],
)
def test_rates(stated: dict[str, str], values: list[int], definitions: dict[str, Fact]) -> None:
    assert [rate for _, rate, _ in rates(DAILY, Facts(definitions, stated))] == values


def test_the_sum_of_one_period(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, [(45, Facts(definitions, {"a": "yes", "b": "yes"}))])
    assert result is not None
    assert (result.total, result.alternatives, result.missing) == (27_000, False, ())
    assert "援鄂" in result.lines[0].label


def test_periods_add_up(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, [(20, Facts(definitions, {"a": "yes"})), (10, Facts(definitions, {"a": "no"}))])
    assert result is not None
    assert result.total == 8_000
    assert [line.total for line in result.lines] == [6_000, 2_000]


def test_an_open_rate_gives_alternatives_and_says_what_is_missing(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, [(10, Facts(definitions, {}))])
    assert result is not None
    assert (result.total, result.alternatives, result.missing) == (None, True, ("a",))
    assert [line.total for line in result.lines] == [3_000, 2_000]


def test_what_an_earlier_period_lacks_is_missing_too(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, [(20, Facts(definitions, {})), (10, Facts(definitions, {"a": "no"}))])
    assert result is not None
    assert result.total is None
    assert result.missing == ("a",)


def test_no_rate_no_sum(definitions: dict[str, Fact]) -> None:
    one = DAILY.model_copy(update={"cases": DAILY.cases[:1]})
    assert add_up(one, [(10, Facts(definitions, {"a": "no"}))]) is None


@pytest.mark.parametrize(
    ("yuan", "text"), [(0, "0 元"), (900, "900 元"), (27_000, "27 000 元"), (1_234_567, "1 234 567 元")]
)
def test_money(yuan: int, text: str) -> None:
    assert money(yuan) == text


@given(units, st.integers(1, 10_000))
def test_a_line_is_units_times_rate(count: int, rate: int) -> None:
    line = Line(count, rate, "某")
    assert line.total == count * rate > 0
    assert line.total / line.units == line.rate


@given(st.lists(st.tuples(units, known), min_size=1, max_size=4))
def test_a_sum_is_the_sum_of_its_lines_and_never_negative(
    definitions: dict[str, Fact], periods: list[tuple[int, dict[str, str]]]
) -> None:
    result = add_up(DAILY, [(count, Facts(definitions, stated)) for count, stated in periods])
    assert result is not None
    assert all(line.total == line.units * line.rate > 0 for line in result.lines)
    assert {line.rate for line in result.lines} <= {200, 300, 400, 600}
    if result.total is not None:
        assert result.total == sum(line.total for line in result.lines)
        assert sum(line.units for line in result.lines) == sum(count for count, _ in periods)
    else:
        assert any("a" not in stated for _, stated in periods)


def test_hubei_is_always_exactly_double(snapshot: Snapshot) -> None:
    amount = snapshot.knowledge.measure_by_id["hq-09"].amounts[0]
    for days, role in product(range(1, 367), ("direct-contact", "other-epidemic")):
        plain, doubled = (
            add_up(amount, [(days, Facts(snapshot.definitions, {"role": role, "hubei-team": team}))])
            for team in ("no", "yes")
        )
        assert plain is not None
        assert doubled is not None
        assert plain.total is not None
        assert doubled.total == 2 * plain.total
