"""Whether a message answers the question that waits."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Pending, Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said

TEAM = Session(region="hongqiao", topics=("salary-raise",), measures=("hq-12",), pending=Pending("hubei-team", ("hq-12",), "verdict"))
SCHOOL = Session(
    region="hongqiao", topics=("school-admission",), measures=("hq-17",), pending=Pending("family-registration", ("hq-17",), "verdict")
)


def heard(text: str, session: Session, snapshot: Snapshot) -> Said:
    return read(hear(text, snapshot), session, snapshot, 2020)


@pytest.mark.parametrize("text", ["报了名，最后没走成", "去的是我搭档", "去的是隔壁科老周"])
def test_a_plain_no_or_another_who_went_answers(text: str, snapshot: Snapshot) -> None:
    said = heard(text, TEAM, snapshot)
    assert said.replies
    assert said.stated["hubei-team"] == "no"


@pytest.mark.parametrize("text", ["没感染", "还没问过", "没领到口罩"])
def test_what_says_no_to_something_else_does_not(text: str, snapshot: Snapshot) -> None:
    assert not heard(text, TEAM, snapshot).replies


def test_of_whom_it_is_told_in_part_answers_too(snapshot: Snapshot) -> None:
    said = heard("我俩的都在保定", SCHOOL, snapshot)
    assert said.stated["parents-registration"] == "elsewhere"
    assert said.replies


@pytest.mark.parametrize(
    ("text", "fact", "where"),
    [
        ("户口都不在红桥，就姥姥的在", "maternal-registration", "here"),
        ("除了爷爷，都不是红桥户口", "paternal-registration", "here"),
        ("我的在保定，孩子爸的也是，奶奶的倒在红桥", "parents-registration", "elsewhere"),
        ("我的在保定，孩子爸的也是，奶奶的倒在红桥", "paternal-registration", "here"),
        ("我跟他爸，都不在红桥", "parents-registration", "elsewhere"),
        ("我在红桥当药剂师我爱人户口在唐山", "parents-registration", "elsewhere"),
        ("有，爷爷", "paternal-registration", "here"),
        ("老人的也不在", "paternal-registration", "elsewhere"),
    ],
)
def test_whose_registration_is_where(text: str, fact: str, where: str, snapshot: Snapshot) -> None:
    assert heard(text, SCHOOL, snapshot).stated.get(fact) == where
