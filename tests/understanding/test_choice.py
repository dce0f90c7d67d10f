"""Typed replies work wherever buttons do."""

from __future__ import annotations

import pytest

from tests.dialogue.talking import Start


@pytest.mark.parametrize("typed", ["1", "一", "幼儿园", "幼儿园。", "１"])
def test_an_option_can_be_typed(typed: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上学能优先吗")
    talk.say(typed)
    assert talk.session.values()["child-stage"] == "kindergarten"


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("有", "here"),
        ("是", "here"),
        ("有人在本区", "here"),
        ("没有", "elsewhere"),
        ("都不在", "elsewhere"),
        ("不知道", "unsure"),
        ("记不清了", "unsure"),
        ("3", "unsure"),
    ],
)
def test_everyday_words_answer_the_question(typed: str, option: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上幼儿园能优先吗")
    talk.say(typed)
    assert talk.session.values()["family-registration"] == option


@pytest.mark.parametrize("typed", ["9", "0", "-1", "99"])
def test_a_number_that_is_no_option_chooses_nothing(typed: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say("孩子上幼儿园能优先吗")
    talk.say(typed)
    assert "family-registration" not in talk.session.values()


def test_where_a_number_is_asked_for_a_number_is_no_button(start: Start) -> None:
    talk = start("hongqiao")
    talk.tap("sum:hq-09")
    talk.say("1")
    assert talk.session.values()["days"] == 1
