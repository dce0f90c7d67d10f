"""Buttons for what people may want next."""

from __future__ import annotations

from typing import Any

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import OnMeasure
from bot.dialogue.next_steps import next_steps
from bot.dialogue.verdicts import verdict_on
from bot.dialogue.working import sum_of
from bot.model.session import Session
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days


def found_on(measure: str, small: Snapshot, **more: Any) -> OnMeasure:
    """Something found on a measure of the small folder."""
    knowledge = small.knowledge
    return OnMeasure(knowledge.measure_by_id[measure], knowledge.region_of[measure], (), **more)


@pytest.mark.parametrize(
    ("measure", "facets", "actions"),
    [
        ("ja-01", (), ["sum:ja-01", "full:ja-01"]),
        ("ja-01", ("who",), ["sum:ja-01", "full:ja-01"]),
        ("ja-02", (), ["full:ja-02"]),
    ],
)
def test_what_people_ask_next(
    measure: str, facets: tuple[str, ...], actions: list[str], case: MakeCase, small: Snapshot
) -> None:
    options = next_steps(case(facets=facets), found_on(measure, small))
    assert [option.action for option in options] == actions


def test_after_a_sum_what_it_rests_on_can_be_changed(case: MakeCase, small: Snapshot) -> None:
    worked = sum_of(case(memory=Session(tally=days(20)), answers=True), small.knowledge.measure_by_id["ja-01"])
    options = next_steps(case(), found_on("ja-01", small, worked=worked))
    assert [option.action for option in options] == ["ask:days", "ask:role", "full:ja-01"]


def test_nothing_more_is_offered_of_what_is_refused(case: MakeCase, small: Snapshot) -> None:
    refused = verdict_on(case(Said(stated={"staff": "no"})), small.knowledge.measure_by_id["ja-01"], None)
    assert [option.action for option in next_steps(case(), found_on("ja-01", small, verdict=refused))] == ["full:ja-01"]
