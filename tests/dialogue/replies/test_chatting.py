"""Small talk."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.chatting import talk_reply
from bot.model.reply import Decision
from bot.model.session import Session
from tests.dialogue.conftest import MakeCase
from tests.dialogue.talking import Start


def test_who_greets_is_told_the_regions_and_offered_them_until_theirs_is_known(case: MakeCase, small: Snapshot) -> None:
    phrase = small.knowledge.phrases[0].model_copy(update={"reply": "您好！\n我查{regions}的保障。", "declines": False})
    reply = talk_reply(phrase, case())
    assert reply.text.splitlines() == ["您好！", "我查甲县、乙市的保障。"]
    assert [option.action for option in reply.options] == ["region:jia", "region:yi"]
    assert talk_reply(phrase, case(memory=Session(region="jia"))).options == ()


def test_all_regions_are_named_wherever_the_person_is(case: MakeCase, small: Snapshot) -> None:
    phrase = small.knowledge.phrases[0].model_copy(update={"reply": "收了{everywhere}。", "declines": False})
    assert talk_reply(phrase, case(memory=Session(region="jia"))).text == "收了甲县、乙市。"


def test_what_is_no_business_of_the_bot_is_declined(case: MakeCase, small: Snapshot) -> None:
    phrase = small.knowledge.phrases[0].model_copy(update={"reply": "请问别处。", "declines": True})
    assert talk_reply(phrase, case()).decision is Decision.DECLINE


def test_a_greeting_suggests_what_the_document_of_the_region_answers(start: Start) -> None:
    asks = start("guangdong").say("您好").text.splitlines()[1].removeprefix("可以问：").rstrip("。").split("、")
    assert len(asks) == 3
    for ask in asks:
        reply = start("guangdong").say(ask)
        assert reply.decision is Decision.ANSWER
        assert not reply.text.startswith("文件没写")
    assert "一天补多少" in start("hongqiao").say("您好").text
