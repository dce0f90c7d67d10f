"""Which measures of which region answer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.compose import compose
from bot.dialogue.findings import Answered, OnMeasure, Page, Silent
from bot.dialogue.measures import GONE, WHERE, next_steps, on_measures, on_topics
from bot.dialogue.verdicts import verdict_on
from bot.dialogue.working import sum_of
from bot.language.patterns import Found
from bot.model.session import Session
from bot.understanding.said import Said
from tests.authors.regions import with_copies, within
from tests.dialogue.conftest import MakeCase, days
from tests.dialogue.talking import Start

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


def test_what_the_document_leaves_open_is_said_and_no_verdict_promises_it(case: MakeCase) -> None:
    open_detail = Said(region="jia", parts={PartKey("ja-01", "unanswered", "0"): Found(0, 3, (1, 3))})
    asked = on_measures(case(open_detail, facets=("who",)), ["ja-01"]).findings
    assert isinstance(asked, Answered)
    assert [gap.say for gap in asked.found[0].gaps] == ["文件没有写发到哪张卡。"]
    assert asked.found[0].verdict is None
    plain = on_measures(case(HERE, facets=("who",)), ["ja-01"]).findings
    assert isinstance(plain, Answered)
    assert plain.found[0].verdict is not None


def test_a_national_line_is_added_only_where_the_document_gives_no_number(case: MakeCase) -> None:
    for measure, region, line in (("ja-01", "jia", "government"), ("ja-02", "jia", None), ("yi-01", "yi", None)):
        found = on_measures(case(Said(region=region), facets=("whom",)), [measure]).findings
        assert isinstance(found, Answered)
        public = found.found[0].public
        assert (public.id if public else None) == line, measure


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


def test_a_matter_in_hand_keeps_its_topic(case: MakeCase) -> None:
    memory = Session(region="jia", topics=("daily-subsidy",), measures=("ja-01",))
    assert on_measures(case(HERE, memory), ["ja-01"]).leaves.topics == ("daily-subsidy",)


def test_where_the_own_region_is_silent_the_wider_one_answers_under_its_name(case: MakeCase, small: Snapshot) -> None:
    nested = case(HERE, snapshot=within(small, {"jia": "yi"}))
    judgment = on_topics(nested, ["hotline"])
    assert cited(judgment.findings) == ["yi-01"]
    assert compose(judgment, nested).text.startswith("乙市：")


def test_what_the_own_region_has_is_not_asked_of_the_wider_one(case: MakeCase, small: Snapshot) -> None:
    judgment = on_topics(case(HERE, snapshot=within(small, {"jia": "yi"})), ["daily-subsidy"])
    assert cited(judgment.findings) == ["ja-01"]


def test_of_more_than_two_regions_one_is_asked_for_and_the_matter_stays_in_hand(case: MakeCase, small: Snapshot) -> None:
    judgment = on_topics(case(snapshot=with_copies(small, 1)), ["daily-subsidy"])
    assert judgment.findings == Page(WHERE)
    assert judgment.leaves.topics == ("daily-subsidy",)


def test_of_several_measures_on_a_topic_the_one_whose_own_words_are_said(start: Start) -> None:
    assert start("guangdong").say("支援队在湖北，夜里急着用车，找谁").measures == ("gd-11",)
    assert start("guangdong").say("支援湖北的队，保障方案叫什么").measures == ("gd-07",)


def test_the_region_that_tells_the_very_point_comes_first(start: Start) -> None:
    assert start().say("念职高能先选专业不，我妈是一线护士").measures[0] == "hq-17"
