"""Greetings, thanks and commands in words, with polite openings and particles."""

from __future__ import annotations

from copy import copy

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.reply import Decision
from bot.understanding.intents import Command, MoveTo
from bot.understanding.small_talk import small_talk_of
from tests.dialogue.talking import Start
from tests.understanding.conftest import Mean


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("好的，忘了我吧", "forget"), ("不好意思，忘了我", "forget"), ("请问为什么这么答", "why"), ("怎么改地区啊", "region"),
        ("麻烦换个地区", "region"), ("好的，看看我的情况", "facts"), ("那重来吧", "restart"),
    ],
)  # fmt: skip
def test_commands_are_found_behind_openings(text: str, command: str, mean: Mean) -> None:
    assert mean(text) == Command(command)


@pytest.mark.parametrize("text", ["算了，一天补多少", "取消，工伤找谁", "再见，心理热线多少", "好，意外险保多少"])
def test_no_command_eats_a_question(text: str, mean: Mean) -> None:
    assert type(mean(text)).__name__ == "Ask"


@pytest.mark.parametrize(
    ("text", "meant"), [("我老花眼，说短点", "Command"), ("啥叫援鄂，我自己报名去的算不算", "SmallTalk"), ("补助发多少，说短点", "Ask")]
)
def test_one_clause_speaks_to_the_bot_where_the_others_only_tell(text: str, meant: str, mean: Mean) -> None:
    assert type(mean(text)).__name__ == meant


def test_a_region_that_is_named_is_moved_to(mean: Mean) -> None:
    assert mean("换成广东的") == MoveTo("guangdong")


LISTS = ("my", "card", "all")
"""Commands whose reply is an answer from the documents."""


def test_every_phrase_is_small_talk_and_cites_nothing_or_is_met_as_longing(snapshot: Snapshot, start: Start) -> None:
    for phrase in snapshot.knowledge.phrases:
        decisions = (Decision.DECLINE,) if phrase.declines else (Decision.CHAT, Decision.ASK)
        for said in phrase.says if phrase.action not in LISTS else ():
            reply = start("hongqiao").say(said)
            if "当作：Danger" not in reply.trace.lines:
                assert (reply.decision in decisions, reply.measures) == (True, ()), said


def test_every_command_in_words_does_the_same_as_its_action(snapshot: Snapshot, start: Start) -> None:
    begun = start("hongqiao")
    begun.say("孩子上幼儿园能优先吗")
    for phrase in snapshot.knowledge.phrases:
        if phrase.action:
            tapped = copy(begun).tap(f"do:{phrase.action}").text
            for said in phrase.says:
                assert copy(begun).say(said).text == tapped, said


@pytest.mark.parametrize("text", ["谢谢，再问一下一天补多少", "你好，孩子上幼儿园能优先吗", "好的，那谁负责"])
def test_politeness_does_not_swallow_a_question(text: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say("一天补多少")
    assert talk.say(text).decision is Decision.ANSWER


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("你好", "greeting"),
        ("您好呀！", "greeting"),
        ("请问怎么用", "help"),
        ("你好，怎么用", "help"),
        ("怎么用，你好", "help"),
        ("你好，你好", "greeting"),
        ("你好，补助多少", None),
        ("怎么用补助", None),
        ("请问", None),
        ("", None),
    ],
)
def test_the_whole_message_is_small_talk_or_none_of_it(text: str, phrase: str | None, small: Snapshot) -> None:
    found = small_talk_of(text, small)
    assert (found.id if found else None) == phrase


def test_which_places_there_are_is_told_of_all(start: Start) -> None:
    assert "广东省、红桥区" in start("hongqiao").say("都管哪些地方").text
