"""Which verdict is worth telling, and which one fact is worth asking."""

from __future__ import annotations

from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Worked
from bot.dialogue.verdicts import question_for, verdict_on
from bot.language.analyse import Analysis
from bot.model.measure import Measure
from bot.model.session import Session
from bot.model.tally import Spell
from bot.rules.totals import Sum, Working
from bot.rules.verdict import Kind, Verdict
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days

DAY = date(2020, 3, 1)


def subsidy(small: Snapshot) -> Measure:
    """Pays by the day, to staff."""
    return small.knowledge.measure_by_id["ja-01"]


def test_a_verdict_is_told_to_who_asks_for_one(case: MakeCase, small: Snapshot) -> None:
    assert verdict_on(case(), subsidy(small), None) is None
    verdict = verdict_on(case(facets=("who",)), subsidy(small), None)
    assert verdict is not None
    assert verdict.kind is Kind.ELIGIBLE, "staff is presumed"
    assert verdict_on(case(answers=True), subsidy(small), None) == verdict


def test_what_this_message_states_and_what_refuses_is_told_unasked(case: MakeCase, small: Snapshot) -> None:
    verdict = verdict_on(case(Said(stated={"staff": "no"})), subsidy(small), None)
    assert verdict is not None
    assert (verdict.kind, verdict.reasons) == (Kind.INELIGIBLE, ("补助只发给医务人员。",))


def test_what_was_refused_before_is_not_told_again(case: MakeCase, small: Snapshot) -> None:
    known = Session().remember({"staff": "no"}, DAY)
    assert verdict_on(case(Said(stated={"role": "ward"}), known), subsidy(small), None) is None


def test_nobody_is_told_unasked_that_they_qualify(case: MakeCase, small: Snapshot) -> None:
    assert verdict_on(case(Said(stated={"staff": "yes"})), subsidy(small), None) is None


def test_the_fact_a_verdict_lacks_is_asked_for_first(case: MakeCase, small: Snapshot) -> None:
    item = subsidy(small).entitlements[0]
    verdict = Verdict(Kind.MISSING, item, missing=("role",))
    question = question_for(case(), subsidy(small), verdict, None)
    assert question is not None
    assert (question.fact.id, question.pending.purpose, question.verdict) == ("role", "verdict", verdict)


def test_the_fact_a_sum_lacks_is_asked_for(case: MakeCase, small: Snapshot) -> None:
    ten = Spell("days", 10, 10)
    ward, other = Working(ten, 300, "病房", "天"), Working(ten, 200, "其他", "天")
    open_sum = Worked(subsidy(small).amounts[0], Sum(((ward,), (other,)), missing=("role",)))
    question = question_for(case(), subsidy(small), None, open_sum)
    assert question is not None
    assert (question.pending.fact, question.pending.measures, question.pending.purpose) == ("role", ("ja-01",), "sum")
    settled = Worked(subsidy(small).amounts[0], Sum(((ward,),)))
    assert question_for(case(), subsidy(small), None, settled) is None


def test_units_are_asked_for_where_a_sum_is_wanted(case: MakeCase, small: Snapshot) -> None:
    said = Said(analysis=Analysis("补助一共多少", (), ()))
    question = question_for(case(said, facets=("how-much",)), subsidy(small), None, None)
    assert question is not None
    assert question.fact.id == "days"
    assert question_for(case(facets=("how-much",)), subsidy(small), None, None) is None
    counted = case(said, facets=("how-much",), tally=days(3))
    assert question_for(counted, subsidy(small), None, None) is None
