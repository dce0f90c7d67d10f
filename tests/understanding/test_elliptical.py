"""What leans on the last answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Pending, Session
from bot.understanding.elliptical import says_something
from bot.understanding.intents import FollowUp
from tests.understanding.conftest import Mean, Read

BEFORE = ("commendation", "psych-hotline", "daily-subsidy")
SUBSIDY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",), earlier=BEFORE)
HIRING = Session(region="hongqiao", topics=("permanent-post",), measures=("hq-16",))
IN_HAND = Session(region="jia", topics=("daily-subsidy",), measures=("ja-01",))


@pytest.mark.parametrize(("text", "something"), [("找谁", True), ("20天", True), ("能吗", True), ("嗯嗯", False), ("就是", False)])
def test_whether_it_says_anything_at_all(text: str, something: bool, said: Read, small: Snapshot) -> None:
    assert says_something(said(text, IN_HAND), IN_HAND, small) is something


@pytest.mark.parametrize("text", ["那我妈呢", "检验科呢", "后勤的呢", "税呢", "社区医院的也有吗"])
def test_the_same_asked_of_somebody_else_stays(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, SUBSIDY), FollowUp)


def test_what_is_told_while_a_question_waits_answers_it(mean: Mean) -> None:
    waits = replace(HIRING, pending=Pending("outstanding", ("hq-16",), "verdict"))
    assert isinstance(mean("得过院里的先进", waits), FollowUp)


@pytest.mark.parametrize("text", ["谁管这事？有号码没", "哪个部门牵头，电话有没有"])
def test_whom_and_a_phone_in_two_clauses_go_on_with_the_matter(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, SUBSIDY), FollowUp)


def test_a_phone_beside_another_matter_is_no_such_question(mean: Mean) -> None:
    assert not isinstance(mean("心理热线归谁管？有号码没", SUBSIDY), FollowUp)
