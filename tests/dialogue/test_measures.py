"""Which measures of which region answer."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import Answered, Page, Silent
from bot.dialogue.measures import GONE, WHERE, on_measures, on_topics
from bot.understanding.said import Said
from tests.authors.regions import with_copies
from tests.dialogue.conftest import MakeCase

HERE = Said(region="jia")


def cited(findings: object) -> list[str]:
    """The measures of an answer."""
    assert isinstance(findings, Answered)
    return [on.measure.id for on in findings.found]


def test_the_region_of_the_turn_answers(case: MakeCase) -> None:
    judgment = on_topics(case(HERE, facets=("how-much",)), ["daily-subsidy"])
    assert cited(judgment.findings) == ["ja-01"]
    assert judgment.leaves.topics == ("daily-subsidy",)
    assert (judgment.leaves.measures, judgment.leaves.facets) == (("ja-01",), ("how-much",))


def test_a_region_that_is_silent_does_not_borrow(case: MakeCase, small: Snapshot) -> None:
    judgment = on_topics(case(HERE), ["hotline"])
    assert judgment.findings == Silent(("hotline",), small.knowledge.region_by_id["jia"])
    assert judgment.leaves.measures == ()


def test_where_nobody_knows_the_region_every_region_answers(case: MakeCase) -> None:
    judgment = on_topics(case(), ["daily-subsidy", "hotline"])
    assert cited(judgment.findings) == ["ja-01", "yi-01"]
    assert isinstance(judgment.findings, Answered)
    assert judgment.findings.asks_region
    assert judgment.pending is None


def test_only_what_the_region_has_of_two_topics_is_told(case: MakeCase) -> None:
    assert cited(on_topics(case(HERE), ["school", "hotline"]).findings) == ["ja-02"]


def test_a_measure_that_is_gone_is_told_so(case: MakeCase) -> None:
    assert on_measures(case(HERE), ["zz-99"]).findings == Page(GONE)
    assert cited(on_measures(case(HERE), ["zz-99", "ja-02"]).findings) == ["ja-02"]


def test_where_a_sum_is_wanted_its_units_are_asked_for(case: MakeCase) -> None:
    judgment = on_measures(case(HERE, facets=("how-much",)), ["ja-01"], wants_sum=True)
    assert judgment.pending is not None
    assert (judgment.pending.fact, judgment.pending.purpose) == ("days", "sum")
    assert on_measures(case(HERE), ["ja-01"]).pending is None


def test_of_more_than_two_regions_one_is_asked_for_and_the_matter_stays_in_hand(case: MakeCase, small: Snapshot) -> None:
    judgment = on_topics(case(snapshot=with_copies(small, 1)), ["daily-subsidy"])
    assert judgment.findings == Page(WHERE)
    assert judgment.leaves.topics == ("daily-subsidy",)
