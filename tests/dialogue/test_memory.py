"""What a turn leaves behind."""

from __future__ import annotations

from bot.model.reply import Decision
from tests.dialogue.talking import Start


def test_topics_spoken_of_are_remembered_the_first_and_the_last(start: Start) -> None:
    talk = start("hongqiao")
    for text in ("评先进找谁", "心理热线多少", "一天补多少", "慰问金多少", "意外险多少"):
        talk.say(text)
    assert talk.session.earlier == ("commendation", "daily-subsidy", "condolence-money", "insurance")


def test_coming_back_moves_a_topic_to_the_end_but_for_the_first(start: Start) -> None:
    talk = start("hongqiao")
    for text in ("心理热线多少", "一天补多少", "慰问金多少", "说回补助，找谁"):
        talk.say(text)
    assert talk.session.earlier == ("psych-hotline", "condolence-money", "daily-subsidy")


def test_a_remark_leaves_the_matter_and_its_question_as_they_are(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上幼儿园能优先吗")
    before = talk.session
    assert talk.say("今天真热闹").decision is Decision.CHAT
    assert (talk.session.topics, talk.session.pending) == (before.topics, before.pending)


def test_in_doubt_the_matter_in_hand_is_offered(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("慰问金多少")
    reply = talk.say("那边帮我看一下")
    assert reply.decision is Decision.ASK
    assert reply.options[0].action == "topic:condolence-money"
