"""Which words name a topic, and which only ask, tell where, or say who it is."""

from __future__ import annotations

import pytest

from bot.compiled.keys import Column
from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.naming import (
    asks_for_list,
    names_a_topic,
    names_plainly,
    naming,
    only_asks,
    only_introduces,
    outside_by_sign,
    says_nothing,
)
from bot.understanding.read import read
from tests.understanding.conftest import Read


def test_a_word_names_the_topic_it_is_typical_of(said: Read, small: Snapshot) -> None:
    found = naming(said("甲县热线找谁"), small)
    assert {column for column, degree in found if degree > small.weights.typical} == {Column("topic", "hotline")}


def test_places_sides_and_facts_name_none(said: Read, small: Snapshot) -> None:
    assert naming(said("甲县找谁"), small) == []
    assert not names_a_topic(said("多少，找谁"), small, small.weights.faintly)


def test_stretches_set_aside_name_none(said: Read, small: Snapshot) -> None:
    found = said("热线")
    assert naming(found, small)
    assert not naming(found, small, [(0, 2)])


def test_a_question_in_an_earlier_clause_is_more_than_an_introduction(snapshot: Snapshot) -> None:
    found = read(hear("发口罩给家里人吗，爱人在黄石", snapshot), Session(region="guangdong"), snapshot, 2020)
    assert not only_introduces(found, snapshot)


def test_a_matter_outside_that_is_only_told_of_leaves_what_is_clearly_asked(snapshot: Snapshot) -> None:
    asked, alone = (
        read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
        for text in ("房租刚交完，家里老人社区能不能派人来照看", "房租谁给减")
    )
    assert (outside_by_sign(asked, snapshot), outside_by_sign(alone, snapshot)) == (False, True)


@pytest.mark.parametrize(("text", "alone"), [("找谁", True), ("我符合吗", True), ("热线找谁", False), ("20天多少", False)])
def test_whether_only_a_side_is_asked_for(text: str, alone: bool, said: Read, small: Snapshot) -> None:
    assert only_asks(said(text), small) is alone


@pytest.mark.parametrize(
    ("text", "nothing"), [("就是那个", True), ("嗯嗯", True), ("热线", False), ("找谁", False), ("20天", False), ("我是护士", False)]
)
def test_whether_anything_is_said_at_all(text: str, nothing: bool, said: Read, small: Snapshot) -> None:
    assert says_nothing(said(text), small) is nothing


def test_a_verdict_asks_for_a_list_only_where_one_is_named(said: Read, small: Snapshot) -> None:
    assert not asks_for_list(said("我能享受吗"), small)
    assert asks_for_list(said("我能享受吗，都有什么"), small)
    assert asks_for_list(said("补助多少"), small)


@pytest.mark.parametrize(("text", "outside"), [("中考哪天考", True), ("中考有照顾吗", False)])
def test_a_sign_alone_puts_a_question_outside(text: str, outside: bool, snapshot: Snapshot) -> None:
    said = read(hear(text, snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert outside_by_sign(said, snapshot) is outside


def test_a_topic_is_named_plainly_by_a_word_of_its_own_only(said: Read, small: Snapshot) -> None:
    assert names_plainly("hotline", said("甲县热线找谁"), small)
    assert not names_plainly("hotline", said("甲县找谁"), small)
