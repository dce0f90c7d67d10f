"""Where the question is about."""

from __future__ import annotations

import pytest

from bot.model.reply import Decision
from tests.dialogue.talking import Start


@pytest.mark.parametrize(
    "text", ["我在上海，一天补多少", "北京的医院有补助吗", "我是成都的护士，心理热线多少", "天津河西区孩子上学优先吗"]
)
def test_a_place_that_nobody_covers_is_told(text: str, start: Start) -> None:
    reply = start().say(text)
    assert reply.decision is Decision.DECLINE
    assert reply.measures == ()
    assert [option.label for option in reply.options] == ["广东省", "红桥区"]


@pytest.mark.parametrize("text", ["香港的护士一天补多少", "我在新加坡，心理热线多少"])
def test_nobody_is_sent_to_a_line_that_cannot_be_reached_there(text: str, start: Start) -> None:
    reply = start().say(text)
    assert reply.decision is Decision.DECLINE
    assert "12345" not in reply.text
    assert "12345" in start().say("我在上海，一天补多少").text


def test_it_stays_told_until_the_person_says_otherwise(start: Start) -> None:
    talk = start()
    talk.say("我在上海，一天补多少")
    assert talk.say("那心理热线呢").decision is Decision.DECLINE
    talk.say("不对，我调到红桥区了")
    assert talk.say("一天补多少").measures == ("hq-09",)


def test_another_place_in_passing_does_not_change_the_saved_region(start: Start) -> None:
    talk = start("hongqiao")
    assert talk.say("广东那边的心理热线是多少").measures == ("gd-06",)
    assert talk.session.region == "hongqiao"


def test_what_only_one_region_covers_is_answered_with_its_name(start: Start) -> None:
    reply = start().say("一线牺牲的能评烈士吗")
    assert reply.measures == ("hq-23",)
    assert "红桥区" in reply.text


def test_a_region_that_is_silent_does_not_borrow(start: Start) -> None:
    reply = start("guangdong").say("一线牺牲的能评烈士吗")
    assert "hq-23" not in reply.measures
    assert "区退役军人局" not in reply.text


@pytest.mark.parametrize(
    ("text", "said", "left_out"),
    [
        ("车贷下个月能晚点还吗", "银行", ("12366", "保险公司")),
        ("发的劳务费要报个税吗，怎么补税", "12366", ("银行",)),
        ("超市缺斤少两去哪投诉", "12345", ("110",)),
    ],
)
def test_of_a_topic_that_takes_several_matters_together_only_the_one_asked_about_is_told(
    text: str, said: str, left_out: tuple[str, ...], start: Start
) -> None:
    reply = start("hongqiao").say(text)
    assert reply.decision is Decision.DECLINE
    assert said in reply.text
    assert not [words for words in left_out if words in reply.text]


def test_a_refusal_offers_only_what_the_region_has(start: Start) -> None:
    for text in ("夜里停车吃了罚单，能免吗", "食堂饭卡丢了补办多少钱"):
        told = start("hongqiao").say(text)
        assert told.decision is Decision.DECLINE
        assert not {"出行用车", "话费减免"} & {option.label for option in told.options}
