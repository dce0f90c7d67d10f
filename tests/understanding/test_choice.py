"""Typed replies work wherever buttons do."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Option, Pending, Session
from bot.model.tally import Spell
from bot.understanding.choice import chosen
from bot.understanding.intents import ShowMeasure, WorkOut
from tests.dialogue.talking import Start
from tests.understanding.conftest import Read


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
    assert talk.session.tally.spells == (Spell("days", 1, 1),)


OFFERED = Session(region="jia", measures=("ja-02", "ja-01"), options=(Option("找谁", "facet:ja-02:whom"), Option("甲 2", "measure:ja-01")))


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("找谁", ShowMeasure("ja-02", "whom")),
        ("找谁呀！", ShowMeasure("ja-02", "whom")),
        ("2", ShowMeasure("ja-01")),
        ("第二个", ShowMeasure("ja-01")),
        ("算一算", WorkOut("ja-01")),
        ("3", None),
        ("0", None),
        ("-1", None),
        ("补助找谁", None),
    ],
)
def test_what_is_chosen(typed: str, intent: object, said: Read, small: Snapshot) -> None:
    assert chosen(said(typed, OFFERED), OFFERED, small) == intent


def test_a_number_is_no_choice_where_a_number_is_asked_for(said: Read, small: Snapshot) -> None:
    waits = Session(options=OFFERED.options, pending=Pending("days", ("ja-01",), "sum"))
    assert chosen(said("2", waits), waits, small) is None
    assert chosen(said("找谁", waits), waits, small) == ShowMeasure("ja-02", "whom")


def test_without_options_nothing_is_chosen(said: Read, small: Snapshot) -> None:
    assert chosen(said("1"), Session(), small) is None
    assert chosen(said("算一算"), Session(), small) is None
