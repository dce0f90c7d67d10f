"""我的待遇: where somebody stands with every measure of their region."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.dialogue.entitlements import entitlements
from bot.dialogue.findings import Entitled, NeedsRegion, Standing
from bot.model.measure import Headline
from bot.model.session import Session
from bot.rules.verdict import Kind
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days

HERE = Session(region="jia")
DAY = date(2020, 3, 1)


def standings(found: object) -> dict[str, Standing]:
    """The list by measure."""
    assert isinstance(found, Entitled)
    return {standing.measure.id: standing for standing in found.standings}


def test_without_a_region_there_is_no_list(case: MakeCase) -> None:
    assert entitlements(case()) == NeedsRegion()
    assert entitlements(case(Said(region="gone"))) == NeedsRegion()


def test_what_gives_a_person_something_is_listed_of_the_region_of_the_turn(case: MakeCase) -> None:
    assert list(standings(entitlements(case(memory=HERE)))) == ["ja-01"], "ja-02 has no entitlement"
    assert standings(entitlements(case(Said(region="yi"), HERE))) == {}


def test_a_sum_that_is_settled_is_told_with_it(case: MakeCase) -> None:
    known = replace(HERE.remember({"role": "ward"}, DAY), tally=days(20))
    worked = standings(entitlements(case(memory=known)))["ja-01"].worked
    assert worked is not None
    assert worked.sum.total == 6_000
    assert standings(entitlements(case(memory=replace(HERE, tally=days(20)))))["ja-01"].worked is None


def test_a_refusal_has_its_reason(case: MakeCase) -> None:
    refused = standings(entitlements(case(memory=HERE.remember({"staff": "no"}, DAY))))["ja-01"]
    assert (refused.kind, refused.reason) == (Kind.INELIGIBLE, "补助只发给医务人员。")
    assert standings(entitlements(case(memory=HERE)))["ja-01"].reason is None


def test_what_they_told_makes_it_theirs_with_a_headline_of_its_own(case: MakeCase, small: Snapshot) -> None:
    part = small.knowledge.region_by_id["jia"]
    ward = Headline.model_validate({"when": {"fact": "role", "is": "ward"}, "text": "病房的每天 300 元"})
    measure = part.measures[0].model_copy(update={"headlines": (ward,)})
    with_headline = {**small.knowledge.region_by_id, "jia": part.model_copy(update={"measures": (measure,)})}
    here = replace(small, knowledge=small.knowledge.model_copy(update={"region_by_id": with_headline}))
    found = standings(entitlements(case(memory=HERE.remember({"role": "ward"}, DAY), snapshot=here)))["ja-01"]
    assert (found.headline, found.told) == ("病房的每天 300 元", True)
    plain = standings(entitlements(case(memory=HERE, snapshot=here)))["ja-01"]
    assert (plain.headline, plain.told) == (None, False)


def test_nothing_is_asked_where_nothing_is_missing(case: MakeCase) -> None:
    found = entitlements(case(memory=HERE))
    assert isinstance(found, Entitled)
    assert found.question is None
