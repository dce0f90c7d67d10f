"""Kleene's strong three-valued logic, over all values there are."""

from __future__ import annotations

from itertools import permutations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.truth import Truth, all_of, any_of

TRUTHS = list(Truth)
truths = st.sampled_from(TRUTHS)
many = st.lists(truths, max_size=6)


@pytest.mark.parametrize(("value", "truth"), [(True, Truth.YES), (False, Truth.NO), (None, Truth.UNKNOWN)])
def test_a_bool_or_none_is_lifted(value: bool | None, truth: Truth) -> None:
    assert Truth.of(value) is truth


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (Truth.YES, Truth.YES, Truth.YES, Truth.YES),
        (Truth.YES, Truth.NO, Truth.NO, Truth.YES),
        (Truth.YES, Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        (Truth.NO, Truth.NO, Truth.NO, Truth.NO),
        (Truth.NO, Truth.UNKNOWN, Truth.NO, Truth.UNKNOWN),
        (Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN),
    ],
)
def test_the_tables(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    for pair in permutations((left, right)):
        assert all_of(pair) is both
        assert any_of(pair) is either


@given(truths)
def test_not_is_its_own_inverse(value: Truth) -> None:
    assert value.negated().negated() is value


@given(many)
def test_de_morgan(values: list[Truth]) -> None:
    assert all_of(values).negated() is any_of(value.negated() for value in values)


@given(many, many)
def test_grouping_changes_nothing(left: list[Truth], right: list[Truth]) -> None:
    assert all_of([all_of(left), all_of(right)]) is all_of([*left, *right])
    assert any_of([any_of(left), any_of(right)]) is any_of([*left, *right])


@given(many, st.randoms())
def test_order_and_repetition_change_nothing(values: list[Truth], random: Random) -> None:
    shuffled = [*values, *values]
    random.shuffle(shuffled)
    assert all_of(shuffled) is all_of(values)
    assert any_of(shuffled) is any_of(values)


def test_each_distributes_over_the_other() -> None:
    for a, b, c in product(TRUTHS, repeat=3):
        assert all_of([a, any_of([b, c])]) is any_of([all_of([a, b]), all_of([a, c])])
        assert any_of([a, all_of([b, c])]) is all_of([any_of([a, b]), any_of([a, c])])


def test_nothing_is_all_and_not_any() -> None:
    assert all_of([]) is Truth.YES
    assert any_of([]) is Truth.NO


@given(many)
def test_learning_more_never_turns_a_settled_result(values: list[Truth]) -> None:
    """Kleene logic is monotone: filling in an unknown keeps every YES and NO already reached."""
    before_all, before_any = all_of(values), any_of(values)
    for filled in (Truth.YES, Truth.NO):
        after = [filled if value is Truth.UNKNOWN else value for value in values]
        assert before_all in (Truth.UNKNOWN, all_of(after))
        assert before_any in (Truth.UNKNOWN, any_of(after))
