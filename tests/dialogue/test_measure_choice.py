"""Which of several measures is told."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.compose import compose
from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures, on_topics
from bot.model.session import Session
from bot.understanding.said import Said
from tests.authors.regions import within
from tests.dialogue.conftest import MakeCase
from tests.dialogue.talking import Start

HERE = Said(region="jia")


def cited(findings: object) -> list[str]:
    """The measures of an answer."""
    assert isinstance(findings, Answered)
    return [on.measure.id for on in findings.found]


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


def test_of_several_measures_on_a_topic_the_one_whose_own_words_are_said(start: Start) -> None:
    assert start("guangdong").say("支援队在湖北，夜里急着用车，找谁").measures == ("gd-11",)
    assert start("guangdong").say("支援湖北的队，保障方案叫什么").measures == ("gd-07",)


def test_the_region_that_tells_the_very_point_comes_first(start: Start) -> None:
    assert start().say("念职高能先选专业不，我妈是一线护士").measures[0] == "hq-17"
