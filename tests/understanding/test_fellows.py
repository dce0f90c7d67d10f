"""Somebody at work who is nobody's kin: who is taken for one, and what of them is whose."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.language.kinship import FELLOW, SELF
from bot.model.session import Remembered, Session
from bot.understanding.fellows import asks_the_same, goes_back_to_oneself, is_another_fellow
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said

KNOWN = Session(
    region="hongqiao",
    staff=(SELF,),
    worker=SELF,
    facts=(Remembered("hubei-team", "yes", "2026-11-29"),),
    topics=("daily-subsidy",),
    measures=("hq-09",),
)


def heard(text: str, snapshot: Snapshot, session: Session = KNOWN) -> Said:
    return read(hear(text, snapshot), session, snapshot, 2020)


@pytest.mark.parametrize(
    "text",
    [
        "那我搭档呢，他留在本院了",
        "内科老赵没去，他也翻倍吗",
        "我们楼门口测温的保安呢",
        "她们班组那个护工呢",
        "食堂做饭的阿姨呢",
    ],
)
def test_whoever_works_beside_one_is_asked_of_as_a_medical_worker(text: str, snapshot: Snapshot) -> None:
    people = heard(text, snapshot).people
    assert people.asked_for == FELLOW
    assert people.relation() == SELF


@pytest.mark.parametrize("text", ["那我舅妈呢", "那不去武汉的呢", "我们楼下邻居呢", "那税呢", "我大姐呢"])
def test_kin_groups_and_neighbours_are_no_fellow_workers(text: str, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.asked_for != FELLOW


def test_what_a_reply_would_say_is_said_of_whoever_stands_before_it(snapshot: Snapshot) -> None:
    assert heard("内科老赵没去，他也翻倍吗", snapshot).stated["hubei-team"] == "no"


def test_a_relative_whose_trade_is_told_asks_for_herself(snapshot: Snapshot) -> None:
    said = heard("那我舅妈呢，她在医院做保洁", snapshot)
    assert said.people.relation() == SELF
    assert asks_the_same(said.people, said.text)


def test_the_speaker_or_another_matter_leaves_a_fellow_worker(snapshot: Snapshot) -> None:
    own, tax = heard("那我呢", snapshot).people, heard("要交税吗", snapshot).people
    assert goes_back_to_oneself(own, FELLOW, goes_on=True)
    assert not goes_back_to_oneself(tax, FELLOW, goes_on=True)
    assert goes_back_to_oneself(tax, FELLOW, goes_on=False)


def test_a_pronoun_brings_up_no_other_fellow_worker(snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", staff=(FELLOW, SELF), worker=FELLOW, spoken_of=FELLOW)
    one, other = heard("他干了8天", snapshot, session), heard("那内科老赵呢", snapshot, session)
    assert not is_another_fellow(one.text, one.people)
    assert is_another_fellow(other.text, other.people)


@pytest.mark.parametrize("text", ["那小宝呢", "那小的呢", "我们家老二呢", "那我们呢"])
def test_a_child_or_oneself_is_no_fellow_worker(text: str, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.asked_for != FELLOW
