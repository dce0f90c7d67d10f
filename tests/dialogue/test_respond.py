"""One turn: pure, and with a way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.plain import plain
from bot.dialogue.respond import Message, respond
from bot.dialogue.wording import GUARD_FAILED
from bot.model.reply import Decision
from bot.model.session import Session
from tests.dialogue.talking import TODAY, Start


def test_the_session_passed_in_is_left_alone(snapshot: Snapshot) -> None:
    session = Session(region="hongqiao")
    before = replace(session)
    respond(Message("我是援鄂队员，干了20天"), session, snapshot, TODAY)
    assert session == before


def test_no_message_text_is_remembered(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我叫张三丰，电话13912345678，护理确诊病人20天，补助一共多少")
    assert "张三丰" not in repr(talk.session)
    assert "13912345678" not in repr(talk.session)


def test_the_date_decides_what_is_still_remembered(snapshot: Snapshot) -> None:
    _, session = respond(
        Message("我是援鄂队员，护理确诊病人20天，补助一共多少"), Session(region="hongqiao"), snapshot, TODAY
    )
    _, much_later = respond(Message("你好"), session, snapshot, TODAY + timedelta(days=4_000))
    assert session.facts
    assert much_later.facts == ()


def test_a_range_without_a_year_is_one_of_the_documents_year(snapshot: Snapshot) -> None:
    """2020 was a leap year; whenever somebody asks, the days they tell are of then."""
    for year in (2020, 2021):
        text = "护理确诊病人，2月28日到3月1日，补助一共多少"
        reply, _ = respond(Message(text), Session(region="hongqiao"), snapshot, date(year, 4, 1))
        assert reply.amount == 900


def test_every_step_back_leads_one_turn_back(start: Start) -> None:
    talk = start("hongqiao")
    steps = [talk.session]
    for text in ("孩子上学能优先吗", "幼儿园", "都不在"):
        talk.say(text)
        steps.append(talk.session)
    for step in reversed(steps[1:-1]):
        talk.say("上一步")
        assert (talk.session.pending, talk.session.values(), talk.session.options) == (
            step.pending,
            step.values(),
            step.options,
        )


def test_stepping_back_ends(start: Start) -> None:
    talk = start("hongqiao")
    replies = [talk.say(text) for text in ("孩子上学能优先吗", "幼儿园", *["上一步"] * 10)]
    assert replies[-1].text == "已经是第一步了。"


def test_the_way_back_is_short_however_long_the_conversation(start: Start) -> None:
    talk = start("hongqiao")
    for number in range(1, 30):
        talk.say(f"护理确诊病人{number}天，补助一共多少")
    assert len(talk.session.past) <= 10
    assert all(past.past == () for past in talk.session.past)


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "？！", "😊", "12", "\ud800", "啊" * 100_000, "a" * 5_000])
def test_what_cannot_be_read_is_answered_kindly(text: str, start: Start) -> None:
    reply = start().say(text)
    assert reply.text.strip()
    assert reply.measures == ()


@pytest.mark.parametrize(
    "text", ["一天补多少", "我没去湖北，工资能提高两倍吗", "明天下雨吗", "我不想活了", "心里热线多少"]
)
def test_how_a_reply_came_about_is_told(text: str, start: Start) -> None:
    trace = "\n".join(start("hongqiao").say(text).trace.lines)
    assert "读作" in trace


def test_the_rule_path_of_a_verdict_is_told(start: Start) -> None:
    trace = "\n".join(start("hongqiao").say("我没去湖北，工资能提高两倍吗").trace.lines)
    assert "hubei-team" in trace
    assert "不符合" in trace
    assert "候选" in trace


def test_a_reply_that_the_guard_withholds_leaves_the_session_as_it_was(
    small: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Session(region="jia", topics=("daily-subsidy",), measures=("ja-01",))
    withheld = plain(Decision.DECLINE, GUARD_FAILED)
    monkeypatch.setattr("bot.dialogue.respond.guarded", lambda *_: withheld)
    assert respond(Message("我是护士，在病房干了20天"), before, small, TODAY) == (withheld, before)
    assert respond(Message(action="region:yi"), before, small, TODAY) == (withheld, before)


def test_a_tapped_option_and_the_same_option_typed_lead_to_the_same(small: Snapshot) -> None:
    reply, session = respond(Message(action="sum:ja-01"), Session(region="jia"), small, TODAY)
    assert session.pending is not None
    reply, session = respond(Message("20"), session, small, TODAY)
    label, action = next((o.label, o.action) for o in reply.options if o.action == "fact:role:ward")
    typed, tapped = (respond(message, session, small, TODAY) for message in (Message(label), Message(action=action)))
    assert typed[0].amount == tapped[0].amount == 6_000
    assert typed[1].values() == tapped[1].values()


@pytest.mark.parametrize(
    ("turns", "multiplied"),
    [
        (("我们科六个人，心理热线多少", "我护理确诊病人，天天在病房", "每人13天补多少"), False),
        (("我们科六个人采样", "心理热线多少", "每人13天补多少"), False),
        (("我们科六个人采样，补多少", "每人13天补多少"), True),
    ],
)
def test_people_told_in_another_matter_multiply_nothing(turns: tuple[str, ...], multiplied: bool, start: Start) -> None:
    talk = start("hongqiao")
    for turn in turns:
        talk.say(turn)
    assert any(spell.people > 1 for spell in talk.session.tally.spells) is multiplied


def test_what_was_asked_about_is_no_longer_only_told(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("采样8天")
    assert talk.session.tally.told
    talk.say("补多少")
    assert not talk.session.tally.told


def test_what_would_only_be_said_again_is_read_by_itself(start: Start) -> None:
    talk = start("guangdong")
    assert talk.say("捐的保险真的有吗").measures == ("gd-09",)
    assert talk.say("我儿子今年读高三").measures == ("gd-14",)


@pytest.mark.parametrize("again", ["真的假的", "那个钱谁掏的", "没骗我吧"])
def test_who_doubts_or_points_back_is_told_the_same_matter_again(again: str, start: Start) -> None:
    talk = start("hongqiao")
    assert talk.say("慰问金按月给几多").measures == ("hq-18",)
    assert talk.say(again).measures == ("hq-18",)


def test_a_slip_takes_back_no_fire_and_a_frame_takes_back_nothing(start: Start) -> None:
    burning = start("hongqiao")
    assert "119" in burning.say("病房着火了，全是浓烟").text
    assert "120" in burning.say("我说的是东边那栋").text
    dying = start("hongqiao")
    assert "12356" in dying.say("我真的不想活下去了").text
    assert "12356" in dying.say("我说的是心里话").text
