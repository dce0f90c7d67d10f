"""What a tapped option or a command does."""

from __future__ import annotations

import pytest

from bot.dialogue import wording
from bot.model.reply import Decision
from bot.model.session import Session
from tests.dialogue.talking import Start

GONE = [
    "measure:zz-99",
    "measure:",
    "facet:hq-09",
    "facet:hq-09:x",
    "fact:x:y",
    "fact:role:x",
    "fact:role",
    "sum:hq-01",
    "sum:",
    "region:x",
    "topic:x",
    "ask:x",
    "do:x",
    "do:",
    "menu:x",
    "menu:hongqiao:x",
    "",
    ":",
    "x:y:z",
]


@pytest.mark.parametrize("action", GONE)
def test_a_button_whose_target_is_gone_says_so(action: str, start: Start) -> None:
    talk = start("hongqiao")
    reply = talk.tap(action)
    assert reply.text == wording.OLD_BUTTON
    assert reply.options
    assert talk.session.region == "hongqiao"


def test_a_fact_is_noted_even_when_nothing_waits_for_it(start: Start) -> None:
    talk = start("hongqiao")
    talk.tap("fact:hubei-team:yes")
    assert talk.session.values() == {"hubei-team": "yes"}


def test_a_region_is_chosen_and_its_topic_answered(start: Start) -> None:
    talk = start()
    talk.say("一天补多少")
    assert talk.tap("region:hongqiao").measures == ("hq-09",)
    assert talk.session.region == "hongqiao"


def test_the_sides_of_a_measure(start: Start) -> None:
    talk = start("hongqiao")
    assert talk.tap("facet:hq-17:whom").text.startswith("问区教育局（牵头）")
    assert talk.tap("facet:hq-17:who").measures == ("hq-17",)


def test_a_button_of_another_region_answers_for_that_region_only(start: Start) -> None:
    talk = start("guangdong")
    assert talk.tap("measure:hq-09").text.endswith("问区卫生健康委 · 红桥台账第 9 项 · 2020 年，可能已失效")
    assert talk.session.region == "guangdong"


@pytest.mark.parametrize("command", ["help", "menu", "cancel", "back", "facts", "region", "sources", "privacy"])
def test_commands_answer_and_keep_the_region(command: str, start: Start) -> None:
    talk = start("hongqiao")
    assert talk.tap(f"do:{command}").decision in (Decision.CHAT, Decision.ASK)
    assert talk.session.region == "hongqiao"


def test_restart_keeps_the_region_only(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我是援鄂队员，护理确诊病人20天，补助一共多少")
    talk.tap("do:restart")
    assert (talk.session.region, talk.session.facts, talk.session.measures, talk.session.pending) == (
        "hongqiao",
        (),
        (),
        None,
    )


def test_forget_keeps_nothing_not_even_the_way_back(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我是援鄂队员，护理确诊病人20天，补助一共多少")
    talk.tap("do:forget")
    assert talk.session == Session(options=talk.session.options)
    talk.say("上一步")
    assert talk.session.facts == ()


def test_both_documents_are_named_as_sources(start: Start) -> None:
    text = start().tap("do:sources").text
    assert "工作台账" in text
    assert "《关于做好一线医务人员及其家属保障工作若干措施》" in text
    assert "失效" in text
