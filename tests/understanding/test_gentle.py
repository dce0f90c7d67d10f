"""The turns after distress stay gentle."""

from __future__ import annotations

import pytest

from bot.compiled.care import CareIndex, sounding_of
from bot.compiled.snapshot import Snapshot
from bot.model.session import Gentle, Session
from bot.understanding.distress import Distress
from bot.understanding.gentle import GENTLE_TURNS, gentle_line, gentleness, while_gentle
from bot.understanding.intents import (
    AfterDistress,
    Ask,
    Command,
    Danger,
    Intent,
    Interpretation,
    Margin,
    Outside,
    Unclear,
)
from bot.understanding.said import Said


def test_distress_is_remembered_for_a_few_turns_and_then_forgotten(care: CareIndex) -> None:
    state = gentleness(None, Distress("worried", 1.0), care.kinds)
    for _ in range(GENTLE_TURNS):
        assert state is not None
        state = gentleness(state, None, care.kinds)
    assert state is None


def test_a_sigh_beside_a_question_opens_no_gentle_turns(care: CareIndex) -> None:
    assert gentleness(None, Distress("overwhelmed", 0.0, practical=True), care.kinds) is None


def test_what_is_only_suspected_opens_gentle_turns_too(care: CareIndex) -> None:
    assert gentleness(None, Distress("suicidal", 0.0), care.kinds) == Gentle("suicidal", GENTLE_TURNS)


def test_help_that_was_named_stays_named_while_these_turns_last(care: CareIndex) -> None:
    told = Gentle("bereaved", 3, helped=True)
    assert gentleness(told, Distress("overwhelmed", 1.0), care.kinds) == Gentle("overwhelmed", GENTLE_TURNS, helped=True)
    assert gentleness(Gentle("bereaved", 1, helped=True), None, care.kinds) is None


def test_danger_is_not_made_less_by_what_is_said_after_it(care: CareIndex) -> None:
    after = gentleness(Gentle("acute", 2), Distress("overwhelmed", 1.0), care.kinds)
    assert after == Gentle("acute", GENTLE_TURNS)


@pytest.mark.parametrize("text", ["谢谢你", "我先睡了，晚安", "好多了"])
def test_thanks_and_farewell_after_danger_never_stand_alone(text: str, snapshot: Snapshot, care: CareIndex) -> None:
    line = gentle_line(Gentle("acute", GENTLE_TURNS), sounding_of(snapshot.language.analyse(text), care.scanner), care)
    assert line is not None
    assert "120" in line
    assert "再见" not in line


def test_a_practical_question_is_answered_as_always(snapshot: Snapshot, care: CareIndex) -> None:
    assert (
        gentle_line(Gentle("overwhelmed", GENTLE_TURNS), sounding_of(snapshot.language.analyse("谢谢，那补助怎么申请"), care.scanner), care)
        is None
    )


def test_feeling_better_is_taken_up(snapshot: Snapshot, care: CareIndex) -> None:
    line = gentle_line(Gentle("worried", GENTLE_TURNS), sounding_of(snapshot.language.analyse("没事了，他回消息了"), care.scanner), care)
    assert line == care.kinds["worried"].after.better


@pytest.mark.parametrize(
    ("intent", "text", "stays"),
    [
        (Unclear(()), "困", True),
        (Command("cancel"), "算了", True),
        (Command("forget"), "忘了我", False),
        (Outside("citizen-law", ()), "怎么办", True),
        (Outside("citizen-law", ()), "我租的房子要到期了押金能退吗", False),
        (Ask(("daily-subsidy",)), "补助一天多少", False),
        (Danger(Distress("suicidal", 2.0)), "疼", True),
        (Danger(Distress("acute", 2.0)), "药又吃了一把", False),
    ],
)
def test_while_a_life_is_in_danger_all_but_another_question_is_about_it(
    intent: Intent, text: str, stays: bool, snapshot: Snapshot
) -> None:
    session = Session(gentle=Gentle("acute", GENTLE_TURNS))
    said = Said(analysis=snapshot.language.analyse(text))
    meant = Interpretation(intent, Margin(margin=20.0))
    after = while_gentle(meant, said, session, snapshot)
    assert isinstance(after.intent, AfterDistress) is stays
    assert while_gentle(meant, said, Session(), snapshot) == meant


def test_days_told_while_danger_may_have_been_misheard_are_counted(snapshot: Snapshot) -> None:
    said = Said(analysis=snapshot.language.analyse("一共21天"), replies=True)
    meant = Interpretation(Unclear(()))
    assert while_gentle(meant, said, Session(gentle=Gentle("acute", GENTLE_TURNS)), snapshot) == meant


def test_a_danger_behind_the_door_stays_the_danger_that_was_told(snapshot: Snapshot, care: CareIndex) -> None:
    said = Said(analysis=snapshot.language.analyse("他还在门口"))
    meant = Interpretation(Danger(Distress("acute", 3.0, heard=("they",), roles=care.roles)))
    after = while_gentle(meant, said, Session(gentle=Gentle("violence", GENTLE_TURNS)), snapshot)
    assert after.intent == AfterDistress(care.kinds["violence"].after.farewell)


@pytest.mark.parametrize("text", ["这事归哪家管", "按文件会怎么处理打人的"])
def test_after_an_attack_whose_duty_it_is_is_answered(text: str, snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", gentle=Gentle("violence", GENTLE_TURNS))
    said = Said(analysis=snapshot.language.analyse(text))
    meant = while_gentle(Interpretation(Unclear(())), said, session, snapshot)
    assert meant.intent == Ask(("safety-violence",))


def test_who_comes_to_the_rescue_is_no_question_of_duty(snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", gentle=Gentle("violence", GENTLE_TURNS))
    said = Said(analysis=snapshot.language.analyse("哪个部门能来救我们"))
    assert isinstance(while_gentle(Interpretation(Unclear(())), said, session, snapshot).intent, AfterDistress)
