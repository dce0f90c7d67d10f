"""What was found, before it is put into words."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Findings, Judgment, Leaves, OnMeasure, Worked
from bot.model.tally import Spell
from bot.rules.totals import Sum, Working
from bot.rules.verdict import Kind, Verdict


def on(snapshot: Snapshot, verdict: Verdict | None = None, worked: Worked | None = None) -> OnMeasure:
    """Something found on the subsidy."""
    part = snapshot.knowledge.region_by_id["jia"]
    return OnMeasure(part.measures[0], part, (), verdict=verdict, worked=worked)


@pytest.mark.parametrize(
    ("kind", "missing", "outcome"),
    [
        (Kind.ELIGIBLE, (), "eligible"),
        (Kind.INELIGIBLE, (), "ineligible"),
        (Kind.SILENT, (), "unknown"),
        (Kind.MISSING, (), "unknown"),
        (Kind.MISSING, ("role",), None),
    ],
)
def test_no_outcome_is_reported_while_a_fact_is_missing(
    kind: Kind, missing: tuple[str, ...], outcome: str | None, small: Snapshot
) -> None:
    item = small.knowledge.measure_by_id["ja-01"].entitlements[0]
    assert on(small, Verdict(kind, item, missing=missing)).outcome == outcome
    assert on(small).outcome is None


def test_an_amount_is_one_that_is_settled(small: Snapshot) -> None:
    amount = small.knowledge.measure_by_id["ja-01"].amounts[0]
    ten = Spell("days", 10, 10)
    ward, other = Working(ten, 300, "病房", "天"), Working(ten, 200, "其他", "天")
    assert on(small, worked=Worked(amount, Sum(((ward, other),)))).amount == 5_000
    assert on(small, worked=Worked(amount, Sum(((ward,), (other,)), missing=("role",)))).amount is None
    assert on(small).amount is None


@pytest.mark.parametrize("kind", [*get_args(Findings), Leaves, Judgment])
def test_each_finding_is_a_frozen_value(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
