"""Sums over what was counted: products, alternatives, bounds, several people, several amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.fact import Fact
from bot.model.measure import Amount
from bot.model.tally import Spell, Tally
from bot.rules.facts import Facts
from bot.rules.totals import add_up, deciding, raising, tiers, together
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
MONTHLY = Amount.model_validate(
    {"id": "monthly", "title": "慰问金", "counts": "months", "cases": ({"value": 1000, "label": "每家"},)}
)
YES, NO = (("a", "yes"),), (("a", "no"),)


def days(low: int, high: int | None = None, *, facts: tuple[tuple[str, str], ...] = (), people: int = 1) -> Spell:
    """A spell of days."""
    return Spell("days", low, high or low, people=people, facts=facts)


def test_one_spell(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, Tally((days(45, facts=YES),)), Facts(definitions, {"b": "yes"}), "天")
    assert result is not None
    assert (result.total, result.settled, result.workings[0].label) == (27_000, True, "直接接触，援鄂")


def test_an_open_rate_gives_both(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, Tally((days(25),)), Facts(definitions, {}), "天")
    assert result is not None
    assert (result.total, result.bounds, result.missing) == (None, ((7500, 7500), (5000, 5000)), ("a",))


def test_bounds(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, Tally((days(7, 8, facts=YES),)), Facts(definitions, {}), "天")
    assert result is not None
    assert (result.total, result.bounds) == (None, ((2100, 2400),))


def test_a_fact_of_one_spell_holds_for_no_other(definitions: dict[str, Fact]) -> None:
    spells = (days(10, facts=NO), days(20, facts=(*YES, ("b", "yes"))))
    result = add_up(DAILY, Tally(spells), Facts(definitions, {"b": "yes"}), "天")
    assert result is not None
    assert result.total == 10 * 200 + 20 * 600


def test_people(definitions: dict[str, Fact]) -> None:
    result = add_up(DAILY, Tally((days(10, facts=YES, people=3),)), Facts(definitions, {}), "天")
    assert result is not None
    assert result.total == 9000


def test_nothing_counted_no_sum(definitions: dict[str, Fact]) -> None:
    assert add_up(DAILY, Tally((Spell("months", 2, 2),)), Facts(definitions, {}), "天") is None


def test_several_amounts(definitions: dict[str, Fact]) -> None:
    tally = Tally((days(15, facts=YES), Spell("months", 2, 2)))
    parts = [add_up(amount, tally, Facts(definitions, {}), "天") for amount in (DAILY, MONTHLY)]
    assert together([part for part in parts if part is not None]).total == 6500


def test_facts_that_only_multiply_are_known() -> None:
    assert raising([DAILY]) == {"b"}


def test_tiers_and_deciding_facts() -> None:
    assert tiers([DAILY, MONTHLY]) == {
        300: YES,
        200: NO,
        600: (*YES, ("b", "yes")),
        400: (*NO, ("b", "yes")),
        1000: (),
    }
    assert deciding([DAILY]) == {"a", "b"}


@given(st.lists(st.tuples(st.integers(1, 366), st.sampled_from([YES, NO]), st.integers(1, 9)), min_size=1, max_size=5))
def test_a_sum_is_the_sum_of_its_products(
    definitions: dict[str, Fact], spells: list[tuple[int, tuple[tuple[str, str], ...], int]]
) -> None:
    tally = Tally(tuple(days(units, facts=facts, people=people) for units, facts, people in spells))
    result = add_up(DAILY, tally, Facts(definitions, {"b": "no"}), "天")
    assert result is not None
    assert result.total == sum(units * people * (300 if facts == YES else 200) for units, facts, people in spells)


@pytest.mark.parametrize("stated", [{"b": "yes"}, {"b": "no"}, {}])
def test_facts_instead(definitions: dict[str, Fact], stated: dict[str, str]) -> None:
    known = Facts(definitions, {"a": "yes", **stated}).instead({"a"}, {"c": "yes"})
    assert dict(known.stated) == {**stated, "c": "yes"}
