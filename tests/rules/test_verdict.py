"""Four verdicts, and which fact to ask for."""

from __future__ import annotations

from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compiled.snapshot import Snapshot
from bot.model.condition import fact_tests
from bot.model.fact import UNSURE, Fact, FactOption
from bot.model.measure import Entitlement
from bot.rules.facts import Facts
from bot.rules.verdict import Kind, assess, explain, hangs_on_told, next_question, refused_in_any_case
from tests.rules.conftest import YES_NO, choice, fact


def entitlement(**parts: Any) -> Entitlement:
    """An entitlement that needs a and b, unless told otherwise."""
    needs = ({"if": fact("a"), "met": "有甲。", "unmet": "没有甲。"}, {"if": fact("b"), "unmet": "没有乙。"})
    return Entitlement.model_validate({"id": "x", "title": "某项", "gives": "某物", "requires": needs, **parts})


SILENT = ({"when": fact("c"), "say": "没有写丙。"},)


@pytest.mark.parametrize(
    ("stated", "kind", "reasons", "missing"),
    [
        ({}, Kind.MISSING, (), ("a", "b")),
        ({"a": "yes"}, Kind.MISSING, (), ("b",)),
        ({"a": "no"}, Kind.INELIGIBLE, ("没有甲。",), ()),
        ({"a": "no", "b": "no"}, Kind.INELIGIBLE, ("没有甲。", "没有乙。"), ()),
        ({"a": "yes", "b": "yes"}, Kind.ELIGIBLE, (), ()),
        ({"c": "yes"}, Kind.SILENT, ("没有写丙。",), ()),
        ({"a": "yes", "b": "yes", "c": "yes"}, Kind.SILENT, ("没有写丙。",), ()),
        ({"a": "no", "c": "yes"}, Kind.INELIGIBLE, ("没有甲。",), ()),
        ({"a": UNSURE, "b": "yes"}, Kind.MISSING, (), ()),
    ],
)
def test_assess(
    stated: dict[str, str], kind: Kind, reasons: tuple[str, ...], missing: tuple[str, ...], definitions: dict[str, Fact]
) -> None:
    verdict = assess(entitlement(silent=SILENT), Facts(definitions, stated))
    assert verdict is not None
    assert (verdict.kind, verdict.reasons, verdict.missing) == (kind, reasons, missing)


def test_whom_it_is_not_about_gets_no_verdict(definitions: dict[str, Fact]) -> None:
    item = entitlement(when=fact("c"))
    assert assess(item, Facts(definitions, {"c": "no", "a": "no"})) is None
    unknown = assess(item, Facts(definitions, {"a": "no"}))
    assert unknown is not None
    assert unknown.kind is Kind.MISSING
    assert unknown.missing[0] == "c"


def test_what_nobody_gets_is_refused_with_the_reason(definitions: dict[str, Fact]) -> None:
    verdict = assess(entitlement(refused="没有给任何人。"), Facts(definitions, {}))
    assert verdict is not None
    assert (verdict.kind, verdict.reasons) == (Kind.INELIGIBLE, ("没有给任何人。",))


@pytest.mark.parametrize(
    ("kind", "outcome"), [*zip(Kind, ["eligible", "ineligible", "unknown", "unknown"], strict=True)]
)
def test_outcome(kind: Kind, outcome: str) -> None:
    assert kind.outcome == outcome


def test_every_condition_is_explained(definitions: dict[str, Fact]) -> None:
    facts = Facts(definitions, {"a": "yes", "c": "yes"})
    verdict = assess(entitlement(silent=SILENT), facts)
    assert verdict is not None
    told = "\n".join(explain(verdict, facts))
    assert "a=yes → yes" in told
    assert "b=yes → unknown" in told
    assert "c=yes" in told


def test_the_fact_that_settles_most_is_asked(definitions: dict[str, Fact]) -> None:
    facts = Facts(definitions, {})
    items = [
        entitlement(requires=({"if": fact("a"), "unmet": "无。"},)),
        entitlement(),
        entitlement(requires=({"if": fact("b"), "unmet": "无。"},)),
    ]
    items.append(items[2])
    verdicts = [verdict for item in items if (verdict := assess(item, facts)) is not None]
    assert next_question(verdicts, definitions, facts) == "b"
    assert next_question([], definitions, facts) is None


def test_what_nobody_can_say_of_themselves_is_not_asked(definitions: dict[str, Fact]) -> None:
    facts = Facts(definitions, {})
    needs = {"if": fact("a"), "unmet": "无。", "asked": False}, {"if": fact("b"), "unmet": "无。"}
    both, alone = entitlement(requires=needs), entitlement(requires=needs[:1])
    verdicts = [assess(both, facts), assess(alone, facts)]
    assert [verdict.missing for verdict in verdicts if verdict is not None] == [("a", "b"), ("a",)]
    assert next_question([v for v in verdicts if v is not None], definitions, facts) == "b"
    assert next_question([v for v in verdicts[1:] if v is not None], definitions, facts) is None


def test_what_is_unsure_is_not_asked_again(definitions: dict[str, Fact]) -> None:
    facts = Facts(definitions, {"a": UNSURE, "b": UNSURE})
    verdict = assess(entitlement(), facts)
    assert verdict is not None
    assert next_question([verdict], definitions, facts) is None


answers = st.fixed_dictionaries({name: st.sampled_from(["yes", "no", UNSURE]) for name in "abc"})


@given(answers)
def test_asking_order_never_changes_the_verdict(definitions: dict[str, Fact], answers: dict[str, str]) -> None:
    item = entitlement(when=fact("c"), silent=({"when": fact("b", "no"), "say": "没有写。"},))
    results = set()
    for order in permutations(answers):
        facts = Facts(definitions, {})
        for name in order:
            facts = facts.with_value(name, answers[name])
        verdict = assess(item, facts)
        results.add(None if verdict is None else (verdict.kind, verdict.reasons))
    assert len(results) == 1


def test_asking_what_is_missing_settles_every_shipped_rule(snapshot: Snapshot) -> None:
    """Whatever is answered, asking only what the rules call missing ends, and never asks the same twice."""
    definitions = snapshot.definitions
    for measure in snapshot.knowledge.measure_by_id.values():
        for item in measure.entitlements:
            for pick in (0, -1, None):
                _ask_to_the_end(item, definitions, pick)


def _ask_to_the_end(item: Entitlement, definitions: dict[str, Fact], pick: int | None) -> None:
    facts, asked = Facts(definitions, {}), set[str]()
    unasked = {test.fact for requirement in item.requires if not requirement.asked for test in fact_tests(requirement.if_)}
    while (verdict := assess(item, facts)) is not None and not unasked.issuperset(verdict.missing):
        name = next_question([verdict], definitions, facts)
        assert name is not None, item.title
        assert name not in asked, f"{item.title} 又问 {name}"
        asked.add(name)
        options = definitions[name].options
        facts = facts.with_value(name, UNSURE if pick is None else options[pick].id if options else 10)
    assert len(asked) <= 4, f"{item.title}：{asked}"


def test_every_button_order_gives_the_same_verdict_on_the_shipped_rules(snapshot: Snapshot) -> None:
    definitions = snapshot.definitions
    for measure in snapshot.knowledge.measure_by_id.values():
        for item in measure.entitlements:
            open_verdict = assess(item, Facts(definitions, {}))
            missing = open_verdict.missing if open_verdict else ()
            for values in product(*([o.id for o in definitions[name].options] for name in missing)):
                pairs = list(zip(missing, values, strict=True))
                forward, backward = Facts(definitions, dict(pairs)), Facts(definitions, dict(reversed(pairs)))
                assert assess(item, forward) == assess(item, backward), item.title


def test_a_negated_condition_is_explained_as_one(definitions: dict[str, Fact]) -> None:
    negated = entitlement(requires=({"if": {"not": fact("a")}, "unmet": "有甲。"},))
    facts = Facts(definitions, {"a": "no"})
    plain = entitlement(requires=({"if": fact("a"), "unmet": "没有甲。"},))
    told = [
        explain(verdict, facts)[0].split("→")[0]
        for item in (negated, plain)
        if (verdict := assess(item, facts)) is not None
    ]
    assert told[0] != told[1]


def test_what_is_refused_in_every_case_is_refused_before_the_case_is_known(snapshot: Snapshot) -> None:
    school = snapshot.knowledge.measure_by_id["hq-17"].entitlements
    uncued = [item for item in school if not item.cues]
    nephew = Facts(snapshot.definitions, {"child-of-medic": "no"})
    refused = refused_in_any_case(uncued, nephew)
    assert refused is not None
    assert refused.kind is Kind.INELIGIBLE
    assert refused_in_any_case(uncued, Facts(snapshot.definitions, {})) is None


def test_an_option_the_document_leaves_open_refuses_nobody() -> None:
    """Where the presumed option is needed: anything else about the fact is told by it."""
    options = (*YES_NO, FactOption(id="maybe", label="说不准", left_open="文件没写说不准的算不算。"))
    known = {"a": choice("a", *options, presumed="yes"), "b": choice("b")}
    said = Facts(known, {"a": "maybe"})
    verdict = assess(entitlement(requires=({"if": fact("a"), "unmet": "没有甲。"},)), said)
    assert verdict is not None
    assert (verdict.kind, verdict.reasons) == (Kind.SILENT, ("文件没写说不准的算不算。",))
    told = assess(entitlement(requires=({"if": {"not": fact("a", "no")}, "unmet": "没有甲。"},)), said)
    assert told is not None
    assert told.kind is Kind.ELIGIBLE
    refused = assess(entitlement(), Facts(known, {"a": "maybe", "b": "no"}))
    assert refused is not None
    assert refused.reasons == ("没有乙。",)


def test_what_is_open_names_whom_it_is_open_of_and_what_comes_nearest(definitions: dict[str, Fact]) -> None:
    silent = ({"when": fact("c"), "say": "文件没写{c}算不算。", "nearest": "rates"},)
    verdict = assess(entitlement(silent=silent), Facts(definitions, {"c": "yes"}))
    assert verdict is not None
    assert (verdict.reasons, verdict.nearest) == (("文件没写是算不算。",), "rates")


def test_a_verdict_hangs_on_what_was_told_where_it_would_be_open_without(definitions: dict[str, Fact]) -> None:
    told = Facts(definitions, {"a": "yes", "b": "yes"})
    fits, anyway = assess(entitlement(), told), assess(entitlement(requires=()), told)
    assert fits is not None
    assert anyway is not None
    assert hangs_on_told(fits, told)
    assert not hangs_on_told(anyway, told)


def test_it_depends_on_the_first_fact_missing_that_an_author_has_a_line_for() -> None:
    by_fact = entitlement(depends={"b": "乙：有乙才行。", "a": "甲：有甲才行。"})
    assert by_fact.depends_on(("a", "b")) == by_fact.depends_on(("c",)) == "乙：有乙才行。"
    assert by_fact.depends_on(("a",)) == "甲：有甲才行。"
    assert entitlement(depends="甲乙。").depends_on(("a",)) == "甲乙。"
    assert entitlement().depends_on(("a",)) is None


@pytest.mark.parametrize(
    ("works", "kind"), [("no", Kind.INELIGIBLE), (UNSURE, Kind.MISSING), ("yes", Kind.ELIGIBLE)]
)
def test_a_relative_who_may_be_the_worker_is_refused_nothing(works: str, kind: Kind) -> None:
    asked = Fact.model_validate({
        "id": "p", "title": "谁", "question": "谁？", "relation": "asked", "presumed": "self",
        "options": ({"id": "self", "label": "本人"}, {"id": "spouse", "label": "爱人"}),
    })  # fmt: skip
    untold = Fact.model_validate({
        "id": "w", "title": "是不是", "question": "是吗？", "relation": "untold", "presumed": "no",
        "options": ({"id": "yes", "label": "是"}, {"id": "no", "label": "不是"}),
    })  # fmt: skip
    item = entitlement(requires=({"if": {"fact": "p", "is": "self"}, "unmet": "只给本人。"},))
    verdict = assess(item, Facts({"p": asked, "w": untold}, {"p": "spouse", "w": works}))
    assert verdict is not None
    assert verdict.kind is kind
