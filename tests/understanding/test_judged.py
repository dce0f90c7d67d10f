"""有用 and 没用 as whole messages are marks of the last answer, unless somebody is in distress."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Gentle, Session
from bot.understanding.hear import hear
from bot.understanding.intents import AfterDistress, Ask, Command, Danger, Intent, Listened, SmallTalk
from bot.understanding.interpret import interpret
from bot.understanding.read import read
from tests.understanding.conftest import YEAR

ANSWERED = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))


def meant(text: str, session: Session, snapshot: Snapshot) -> Intent:
    """What a message in a conversation wants."""
    heard = hear(text, snapshot)
    return interpret(heard, read(heard, session, snapshot, YEAR), session, snapshot).intent


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("有用", "useful"),
        ("挺有用的！", "useful"),
        ("有用，谢谢", "useful"),
        ("帮大忙了", "useful"),
        ("这个没有用", "useless"),
        ("一点用都没有", "useless"),
        ("这回答没用", "useless"),
    ],
)
def test_a_whole_message_is_a_mark_of_the_last_answer(text: str, mark: str, snapshot: Snapshot) -> None:
    assert meant(text, ANSWERED, snapshot) == Command(mark)


@pytest.mark.parametrize("text", ["我真没用", "有用的东西都没了", "对我妈有用吗", "没用的人就是我"])
def test_more_than_that_is_no_mark(text: str, snapshot: Snapshot) -> None:
    assert meant(text, ANSWERED, snapshot) not in (Command("useful"), Command("useless"))


def test_without_an_answer_there_is_nothing_to_mark(snapshot: Snapshot) -> None:
    assert not isinstance(meant("有用", Session(region="hongqiao"), snapshot), Command)


@pytest.mark.parametrize("text", ["没用", "没用的", "说了等于没说"])
def test_who_is_in_distress_gives_no_marks_and_is_listened_to(text: str, snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", topics=("daily-subsidy",), gentle=Gentle("suicidal", 3))
    assert isinstance(meant(text, session, snapshot), Listened)


@pytest.mark.parametrize("text", ["怎么办", "你能帮我什么"])
@pytest.mark.parametrize("kind", ["overwhelmed", "suicidal", "acute"])
def test_who_is_in_distress_and_asks_what_to_do_is_shown_no_list(text: str, kind: str, snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", gentle=Gentle(kind, 3))
    assert isinstance(meant(text, session, snapshot), Listened | AfterDistress | Danger)


@pytest.mark.parametrize("text", ["净是套话，糊弄谁呢", "什么破玩意", "净是官话套话"])
@pytest.mark.parametrize("session", [Session(region="hongqiao"), ANSWERED])
def test_who_only_scolds_is_told_no_measure(text: str, session: Session, snapshot: Snapshot) -> None:
    found = meant(text, session, snapshot)
    assert isinstance(found, SmallTalk)
    assert found.phrase.id == "complaint"


def test_what_is_asked_beside_it_is_answered_and_distress_is_listened_to(snapshot: Snapshot) -> None:
    assert isinstance(meant("别说套话，补助一天多少", Session(region="hongqiao"), snapshot), Ask)
    sad = Session(region="hongqiao", topics=("psych-hotline",), gentle=Gentle("overwhelmed", 3))
    assert isinstance(meant("净是套话", sad, snapshot), Listened)
