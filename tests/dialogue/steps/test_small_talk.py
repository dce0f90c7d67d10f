"""Greetings, thanks and commands in words."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.reply import Decision
from tests.dialogue.talking import Start

LISTS = ("my", "card", "all", "full", "simpler", "human")
"""Commands whose reply is an answer from the documents."""


def test_every_phrase_is_small_talk_and_cites_nothing(snapshot: Snapshot, start: Start) -> None:
    for phrase in snapshot.knowledge.phrases:
        decisions = (Decision.DECLINE,) if phrase.declines else (Decision.CHAT, Decision.ASK)
        for said in phrase.says if phrase.action not in LISTS else ():
            reply = start("hongqiao").say(said)
            assert reply.decision in decisions, said
            assert reply.measures == (), said


def test_every_command_in_words_does_the_same_as_its_action(snapshot: Snapshot, start: Start) -> None:
    for phrase in snapshot.knowledge.phrases:
        for said in phrase.says if phrase.action else ():
            typed, tapped = start("hongqiao"), start("hongqiao")
            for talk in (typed, tapped):
                talk.say("孩子上幼儿园能优先吗")
            assert typed.say(said).text == tapped.tap(f"do:{phrase.action}").text, said


@pytest.mark.parametrize("text", ["谢谢，再问一下一天补多少", "你好，孩子上幼儿园能优先吗", "好的，那谁负责"])
def test_politeness_does_not_swallow_a_question(text: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say("一天补多少")
    assert talk.say(text).decision is Decision.ANSWER
