"""Somebody in distress is answered before anything else; what only sounds like it is not."""

from __future__ import annotations

import pytest

from bot.compiled.care import CareIndex
from bot.dialogue.replies.told import LONGEST_REPLY, length
from bot.model.reply import Decision, LineKind
from tests.dialogue.talking import Start

DISTRESS = [
    "我不想活了",
    "活着没意思",
    "想自杀",
    "想跳楼",
    "不如死了算了",
    "唔想做人喇",
    "我不想活了，一天补多少",
    "不 想 活 了",
    "我想結束自己的生命",
]
HARMLESS = [
    "累死了，一天补多少", "想死我爸妈了", "热死了", "笑死了", "忙死了什么时候能休息", "穿防护服闷死了", "气死我了", "饿死了，食堂管饭吗",
    "死亡病例怎么上报", "因公牺牲能评烈士吗", "系统崩溃了登不上去", "吓死了",
]  # fmt: skip


@pytest.mark.parametrize("region", [None, "guangdong", "hongqiao"])
@pytest.mark.parametrize("text", DISTRESS)
def test_distress_gets_a_warm_answer_with_the_national_lines(text: str, region: str | None, start: Start) -> None:
    talk = start(region)
    reply = talk.say(text)
    assert reply.decision is Decision.ANSWER
    assert "12356" in reply.text
    assert "120" in reply.text
    assert {"guangdong": ("gd-06",), "hongqiao": ("hq-06",)}.get(region or "", reply.measures) == reply.measures
    assert reply.measures
    assert talk.session.pending is None


def test_somebody_worn_out_gets_a_number_and_no_alarm(start: Start) -> None:
    reply = start("hongqiao").say("我撑不下去了")
    assert "12356" in reply.text
    assert "120 或" not in reply.text
    assert reply.options == ()


def test_a_child_who_wishes_to_die_is_sent_to_a_grown_up_in_its_own_words(start: Start) -> None:
    reply = start(None).say("我十二岁，我不想活了")
    said = [line.text for line in reply.sections[0].lines]
    assert "找一个大人" in said[1]
    assert "12356" in said[2]
    assert "您" not in "".join(said)


def test_what_was_injected_is_not_taken_for_swallowed(start: Start) -> None:
    reply = start(None).say("给自己推了一支丙泊酚，门反锁了")
    assert "放下针" in reply.sections[0].lines[0].text
    assert "120" in reply.sections[0].lines[0].text
    assert "催吐" not in reply.text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_it_is_answered_as_usual(text: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert "我很担心您" not in reply.text
    assert "110（" not in reply.text


def _half_lines(care: CareIndex) -> set[str]:
    """What may be said before the answer to who is worn out."""
    kind = care.kinds["overwhelmed"]
    return {say for first in kind.reply for say in first.say} | {kind.beside or ""}


def test_a_sigh_does_not_take_the_place_of_the_answer(start: Start, care: CareIndex) -> None:
    reply = start("hongqiao").say("我快撑不住了，孩子上幼儿园能优先吗")
    assert reply.measures[:1] == ("hq-17",)
    assert reply.sections[0].text in _half_lines(care)


@pytest.mark.parametrize("text", ["快崩溃了，我能享受什么待遇", "我快撑不住了，我们有哪些待遇可以享受"])
def test_a_sigh_is_met_before_a_list_too(text: str, start: Start, care: CareIndex) -> None:
    reply = start("hongqiao").say(text)
    assert reply.measures
    assert reply.sections[0].text in _half_lines(care)


@pytest.mark.parametrize("text", [*DISTRESS, "我撑不下去了", "一下班就躲起来哭"])
def test_where_nobody_said_where_there_is_one_footer_and_not_too_much(text: str, start: Start) -> None:
    reply = start(None).say(text)
    lines = [line for section in reply.sections for line in section.lines]
    assert len([line for line in lines if line.kind is LineKind.SOURCE]) == 1
    assert length(lines) <= LONGEST_REPLY


@pytest.mark.parametrize(
    ("text", "region", "measure"),
    [
        ("我们班长顶了五十天没下过火线，爱人一直瞒着爹妈，省里宣传先进会不会报道她", "guangdong", "gd-16"),
        ("对门见了我们一家就绕道，还有人在业主群里嚷着让我们搬出去，就为我老公是大夫", "hongqiao", "hq-21"),
    ],
)
def test_a_question_of_the_documents_is_answered_whatever_hardship_it_tells_of(
    text: str, region: str, measure: str, start: Start
) -> None:
    assert start(region).say(text).measures[:1] == (measure,)


def test_whether_there_is_somebody_to_talk_to_is_said_yes_to(start: Start) -> None:
    asked = start("hongqiao").say("这一周我整宿睡不着，有没有地方能说说话").text
    assert "有：想找人说说" in asked
    told = start("hongqiao").say("这一周我整宿睡不着，人快撑不住了").text
    assert "有：" not in told


def test_a_child_is_told_of_no_office_without_a_number(start: Start) -> None:
    assert start("hongqiao").say("我八岁，妈妈一直没回来，我想妈妈").measures == ()
    assert "12355" in start("guangdong").say("我八岁，妈妈一直没回来，我想妈妈").text


def test_who_speaks_of_anothers_tears_is_not_told_to_cry(start: Start) -> None:
    text = start("hongqiao").say("我妹夜夜哭，睡不着，我们家里人该打哪个电话").text
    assert "12356" in text
    assert "想哭就哭" not in text
