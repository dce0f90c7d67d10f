"""The sum a message is about."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.dialogue.working import doubt_about, standing_of, sum_of
from bot.language.analyse import Analysis
from bot.model.measure import Measure
from bot.model.session import Pending, Session
from bot.model.tally import Doubt, Reason
from bot.rules.verdict import Kind
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days

IN_WARD = Said(stated={"role": "ward"})
DOUBT = Doubt(Reason.MONTHS, "days", "一个月")


def subsidy(small: Snapshot) -> Measure:
    """Pays by the day, to staff."""
    return small.knowledge.measure_by_id["ja-01"]


def test_what_was_counted_is_worked_out_where_money_is_asked(case: MakeCase, small: Snapshot) -> None:
    worked = sum_of(case(IN_WARD, facets=("how-much",), tally=days(20)), subsidy(small))
    assert worked is not None
    assert worked.sum.total == 6_000
    assert sum_of(case(IN_WARD, facets=("how-much",)), subsidy(small)) is None, "nothing was counted"
    assert sum_of(case(IN_WARD, facets=("whom",), tally=days(20)), subsidy(small)) is None, "another side is asked"


def test_nobody_is_told_a_sum_of_what_is_refused_them(case: MakeCase, small: Snapshot) -> None:
    amount = subsidy(small).amounts[0].model_copy(update={"entitlement": "daily"})
    paying = subsidy(small).model_copy(update={"amounts": (amount,)})
    refused = case(replace(IN_WARD, stated={"role": "ward", "staff": "no"}), tally=days(20))
    assert standing_of(refused, paying, amount) is Kind.INELIGIBLE
    assert sum_of(refused, paying) is None
    assert sum_of(case(IN_WARD, tally=days(20)), paying) is not None


def test_a_doubt_is_told_where_a_sum_is_wanted(case: MakeCase, small: Snapshot) -> None:
    wants = Said(Analysis("补助一共多少", (), ()))
    assert doubt_about(case(wants, facets=("how-much",), tally=DOUBT), subsidy(small)) == DOUBT
    assert doubt_about(case(facets=("how-much",), tally=DOUBT), subsidy(small)) is None, "only the rate is asked"
    waits = Session(pending=Pending("days", ("ja-01",), "sum"))
    assert doubt_about(case(memory=waits, tally=DOUBT), subsidy(small)) == DOUBT
    assert doubt_about(case(wants, tally=DOUBT), small.knowledge.measure_by_id["ja-02"]) is None, "pays nothing"
