"""Facts said in passing, in answer to a question, and taken back."""

from __future__ import annotations

import pytest

from bot.model.reply import Decision
from tests.dialogue.talking import Start


@pytest.mark.parametrize("typed", ["0", "-3", "367", "10000", "0天", "10000天", "负三天"])
def test_a_number_that_cannot_be_right_is_asked_for_again(typed: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.tap("sum:hq-09")
    reply = talk.say(typed)
    assert reply.decision is Decision.ASK
    assert "366" in reply.text
    assert "days" not in talk.session.values()
    assert talk.session.pending is not None
    assert talk.say("12").text
    assert talk.session.values()["days"] == 12


@pytest.mark.parametrize("typed", ["一个月", "一个半月", "从2月30日到3月5日"])
def test_what_does_not_say_how_many_is_asked_for_again(typed: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.tap("sum:hq-09")
    reply = talk.say(typed)
    assert "days" not in talk.session.values()
    assert reply.outcome is None
    assert talk.session.pending is not None
    assert talk.session.pending.fact == "days"


def test_what_was_stated_is_not_asked(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我是合同工，表现突出")
    reply = talk.say("公开招聘我能优先吗")
    assert reply.outcome == "eligible"
    assert talk.session.pending is None


def test_not_knowing_is_an_answer_that_names_who_decides(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上幼儿园能优先吗")
    reply = talk.say("不清楚")
    assert reply.outcome in (None, "unknown")
    assert "请先问区教育局" in reply.text
    assert talk.session.pending is None


def test_a_correction_takes_the_place_of_what_was_said(start: Start) -> None:
    talk = start("hongqiao")
    assert talk.say("我是援鄂队员，护理确诊病人20天，补助一共多少").amount == 12_000
    assert talk.say("说错了，我没去湖北").amount == 6_000
    assert talk.say("是25天").amount == 7_500


def test_an_odd_number_in_another_question_is_left_alone(start: Start) -> None:
    reply = start("hongqiao").say("我住院花了5000天价医药费，怎么报销")
    assert reply.decision is not Decision.ASK
