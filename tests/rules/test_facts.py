"""What a rule sees of the facts: stated, implied, presumed, unsure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.condition import AllOf, AnyOf, FactTest, Not
from bot.model.fact import UNSURE, Fact
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from tests.rules.conftest import fact

NUMBER = {"from": FactTest(fact="days", at_least=3), "to": FactTest(fact="days", at_most=5)}


@pytest.mark.parametrize(
    ("stated", "name", "value"),
    [
        ({}, "a", None),
        ({"a": "yes"}, "a", "yes"),
        ({}, "d", "no"),
        ({"d": "yes"}, "d", "yes"),
        ({"a": "yes"}, "e", "yes"),
        ({"a": "no"}, "e", None),
        ({"a": "no", "b": "no"}, "e", "no"),
        ({"a": "yes", "e": "no"}, "e", "no"),
        ({"a": UNSURE}, "a", UNSURE),
        ({}, "unheard-of", None),
    ],
)
def test_value(stated: dict[str, str], name: str, value: str | None, definitions: dict[str, Fact]) -> None:
    assert Facts(definitions, stated).value(name) == value


@pytest.mark.parametrize(
    ("stated", "truth"),
    [({}, Truth.UNKNOWN), ({"a": UNSURE}, Truth.UNKNOWN), ({"a": "yes"}, Truth.YES), ({"a": "no"}, Truth.NO)],
)
def test_a_comparison_with_an_option(stated: dict[str, str], truth: Truth, definitions: dict[str, Fact]) -> None:
    assert evaluate(fact("a"), Facts(definitions, stated)) is truth
    assert evaluate(Not.model_validate({"not": fact("a")}), Facts(definitions, stated)) is truth.negated()


@pytest.mark.parametrize(
    ("days", "low", "high"),
    [(2, Truth.NO, Truth.YES), (3, Truth.YES, Truth.YES), (5, Truth.YES, Truth.YES), (6, Truth.YES, Truth.NO)],
)
def test_bounds_are_inclusive(days: int, low: Truth, high: Truth, definitions: dict[str, Fact]) -> None:
    known = Facts(definitions, {"days": days})
    assert evaluate(NUMBER["from"], known) is low
    assert evaluate(NUMBER["to"], known) is high


def test_a_number_not_known_is_unknown(definitions: dict[str, Fact]) -> None:
    for stated in ({}, {"days": UNSURE}):
        assert evaluate(NUMBER["from"], Facts(definitions, stated)) is Truth.UNKNOWN


def test_no_condition_holds_for_everybody(definitions: dict[str, Fact]) -> None:
    assert evaluate(None, Facts(definitions, {})) is Truth.YES


def test_facts_that_imply_each_other_end(definitions: dict[str, Fact]) -> None:
    def ring(own: str, other: str) -> Fact:
        options = ({"id": "yes", "label": "是", "implied_by": fact(other)}, {"id": "no", "label": "不是"})
        return Fact.model_validate({"id": own, "title": own, "question": "？", "options": options})

    assert Facts({"x": ring("x", "y"), "y": ring("y", "x")}, {}).value("x") is None


def test_one_more_fact_leaves_the_others_alone(definitions: dict[str, Fact]) -> None:
    facts = Facts(definitions, {"a": "no"})
    more = facts.with_value("b", "yes")
    assert (more.value("a"), more.value("b"), more.value("e")) == ("no", "yes", "yes")
    assert facts.value("b") is None


conditions = st.recursive(
    st.builds(fact, st.sampled_from("abcde"), st.sampled_from(["yes", "no"])),
    lambda inner: (
        st.builds(lambda parts: AllOf(all=tuple(parts)), st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda parts: AnyOf(any=tuple(parts)), st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda part: Not.model_validate({"not": part}), inner)
    ),
    max_leaves=8,
)
stated = st.dictionaries(st.sampled_from("abc"), st.sampled_from(["yes", "no"]))


@given(conditions, stated, st.sampled_from("abc"), st.sampled_from(["yes", "no"]))
def test_learning_a_fact_never_turns_a_settled_condition(
    definitions: dict[str, Fact],
    condition: AllOf | AnyOf | Not | FactTest,
    stated: dict[str, str],
    more: str,
    value: str,
) -> None:
    known = {name: option for name, option in stated.items() if name != more}
    before = evaluate(condition, Facts({k: v for k, v in definitions.items() if k != "d"}, known))
    after = evaluate(condition, Facts({k: v for k, v in definitions.items() if k != "d"}, {**known, more: value}))
    assert before in (Truth.UNKNOWN, after)


def test_a_sentence_names_what_a_fact_says(definitions: dict[str, Fact]) -> None:
    """The label of the option that is known, stated or implied; the title where nothing is."""
    assert Facts(definitions, {"a": "yes"}).naming("没写{a}的{e}，{c}。") == "没写是的是，c。"
