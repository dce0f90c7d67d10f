"""Conditions as authors write them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.model.condition import AllOf, AnyOf, Condition, FactTest, Not, fact_tests

_conditions: TypeAdapter[AllOf | AnyOf | Not | FactTest] = TypeAdapter(Condition)


def condition(raw: dict[str, Any]) -> AllOf | AnyOf | Not | FactTest:
    """The condition a mapping of a YAML file means; lists become tuples as the loader makes them."""
    return _conditions.validate_python(_frozen(raw))


def _frozen(raw: Any) -> Any:
    if isinstance(raw, list):
        return tuple(map(_frozen, raw))
    return {key: _frozen(value) for key, value in raw.items()} if isinstance(raw, dict) else raw


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"all": [{"fact": "a", "is": "x"}]}, AllOf),
        ({"any": [{"fact": "a", "is": "x"}]}, AnyOf),
        ({"not": {"fact": "a", "is": "x"}}, Not),
        ({"fact": "a", "in": ["x", "y"]}, FactTest),
        ({"fact": "days", "at_least": 1, "at_most": 9}, FactTest),
    ],
)
def test_the_first_key_says_what_it_is(raw: dict[str, Any], kind: type) -> None:
    assert isinstance(condition(raw), kind)


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"fact": "a"},
        {"fact": "a", "is": "x", "in": ["y"]},
        {"fact": "a", "is": "x", "at_least": 3},
        {"fact": "a", "in": []},
        {"all": []},
        {"any": []},
        {"fact": "a", "is": "x", "misspelt": 1},
        {"fact": "A B", "is": "x"},
    ],
)
def test_what_means_nothing_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        condition(raw)


def test_an_unknown_kind_gives_one_message() -> None:
    with pytest.raises(ValidationError) as error:
        condition({"every": []})
    assert [problem["msg"] for problem in error.value.errors()] == ["条件要以 all、any、not 或 fact 之一开头"]


def test_the_comparisons_come_in_the_order_written() -> None:
    nested = condition(
        {"all": [{"fact": "b", "is": "x"}, {"any": [{"not": {"fact": "a", "is": "x"}}, {"fact": "c", "at_least": 2}]}]}
    )
    assert [test.fact for test in fact_tests(nested)] == ["b", "a", "c"]


def test_the_options_a_comparison_accepts() -> None:
    tests = [
        *fact_tests(
            condition({"any": [{"fact": "a", "is": "x"}, {"fact": "a", "in": ["x", "y"]}, {"fact": "d", "at_most": 3}]})
        )
    ]
    assert [test.options for test in tests] == [("x",), ("x", "y"), ()]
