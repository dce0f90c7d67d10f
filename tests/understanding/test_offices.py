"""Officers and offices: what they are in charge of."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.intents import Ask, Duty, NoDetails
from bot.understanding.offices import office_asked
from tests.understanding.conftest import Mean, Read


@pytest.mark.parametrize(
    "text",
    ["刘建都管哪些事", "想知道刘建这回具体分管哪几摊工作", "区人社局主要负责哪些项目", "区总工会在这里头是干什么的"],
)
def test_duties_are_found_in_longer_sentences(text: str, mean: Mean) -> None:
    assert isinstance(mean(text), Duty)


def test_several_officers(mean: Mean) -> None:
    intent = mean("杨永祥和刘建分别管什么")
    assert isinstance(intent, Duty)
    assert intent.officer == "杨永祥、刘建"


def test_an_office_that_leads_nothing_takes_part(mean: Mean) -> None:
    intent = mean("团区委都管哪几项")
    assert isinstance(intent, Duty)
    assert intent.shares
    assert intent.measures == ("hq-06", "hq-18")


def test_an_office_beside_a_topic_is_about_the_topic(mean: Mean) -> None:
    assert isinstance(mean("工伤是不是区人社局负责的，多久办下来"), Ask)


HERE = Session(region="jia")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("县卫健局负责什么", Duty(("ja-01",), None, details=False)),
        ("卫健局管什么", Duty(("ja-01",), None, details=False)),
        ("赵甲乙管什么", Duty(("ja-01",), "赵甲乙", details=False)),
        ("县教育局电话", Duty(("ja-02",), None, details=True)),
        ("赵甲乙手机", NoDetails()),
    ],
)
def test_what_is_wanted_of_them(text: str, wish: Duty | NoDetails, said: Read, small: Snapshot) -> None:
    assert office_asked(said(text, HERE), small) == wish


@pytest.mark.parametrize(
    ("text", "measures"), [("宣传部那边呢", ("hq-22",)), ("区科技局管哪条", ("hq-15",)), ("区发改委", ("hq-01", "hq-05"))]
)
def test_an_office_that_only_takes_part_is_told_so_also_where_it_is_only_named(text: str, measures: tuple[str, ...], mean: Mean) -> None:
    intent = mean(text)
    assert isinstance(intent, Duty)
    assert intent.shares
    assert intent.measures == measures


@pytest.mark.parametrize("text", ["卫健局的补助多少", "补助多少", "电话", "乙市心理专线电话"])
def test_what_is_about_something_else_is_left_alone(text: str, said: Read, small: Snapshot) -> None:
    assert office_asked(said(text, HERE), small) is None


def test_another_regions_office_leads_nothing_here(said: Read, small: Snapshot) -> None:
    assert office_asked(said("赵甲乙管什么", Session(region="yi")), small) is None
