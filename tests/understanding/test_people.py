"""Who is the medical worker, whom a question is about, and what they are to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.people import People
from bot.understanding.read import read
from bot.understanding.said import Said
from bot.understanding.worker_meant import as_worker


def heard(text: str, snapshot: Snapshot, session: Session | None = None) -> Said:
    return read(hear(text, snapshot), session or Session(region="hongqiao"), snapshot, 2020)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我公公是一线大夫，孩子上幼儿园能优先吗", "other-relative"),
        ("我妈是一线护士，我儿子上幼儿园能优先吗", "other-relative"),
        ("我爸是一线大夫，我闺女上幼儿园，这算医护家的孩子吗", "other-relative"),
        ("我妈是老护士，我儿子上幼儿园，我本人不是学医的，这算医护家的孩子吗", "other-relative"),
        ("妈妈是一线护士，孩子上幼儿园能优先吗", "child"),
        ("我妹是一线护士，她儿子上幼儿园能优先吗", "child"),
        ("我妹是一线护士，我闺女是她外甥女，上幼儿园能优先吗", "other-relative"),
        ("我女儿在发热门诊当护士，外孙上幼儿园能优先吗", "child"),
        ("外孙女要上幼儿园，她妈妈是一线护士，能优先吗", "child"),
        ("前夫是一线大夫，孩子上幼儿园能优先吗", "child"),
        ("外孙三岁，姥姥户口在红桥，他妈妈是一线护士，能优先吗", "child"),
        ("奶奶户口在红桥，娃四岁，我跟他妈都是外地的，他妈妈是一线护士，能优先吗", "child"),
        ("儿媳在发热门诊当护士，孙子七岁，孩子上小学能优先吗", "child"),
        ("孙子明年读小学，他妈在发热门诊，有照顾吗", "child"),
        ("外孙女今年上初中，她爸是急诊大夫，能优先吗", "child"),
        ("我是一线护士，侄子上幼儿园能优先吗", None),
        ("我侄女在隔离病房当护士，她闺女上幼儿园能优先吗", "child"),
        ("我姐的女儿是一线大夫，她儿子上幼儿园能优先吗", "child"),
        ("我孙女是一线护士，她儿子上幼儿园能优先吗", "child"),
    ],
)
def test_the_child_is_seen_from_the_worker(text: str, relation: str | None, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.of_child() == (relation or "other-relative")


def test_a_child_named_without_saying_whose_is_the_one_spoken_of_before(snapshot: Snapshot) -> None:
    aunt = Session(region="hongqiao", staff=("sibling",))
    assert heard("娃他姥爷的户口本上是红桥", snapshot, aunt).people.of_child() is None
    assert heard("我家娃上小学能优先吗", snapshot, aunt).people.of_child() == "other-relative"
    father = Session(region="hongqiao", staff=("spouse",))
    assert heard("娃他姥爷的户口本上是红桥", snapshot, father).people.of_child() == "child"


def test_of_several_workers_none_is_meant_until_one_is_asked_for() -> None:
    both = People(staff=frozenset({"self", "mother"}))
    assert both.worker() is None
    assert replace(both, asked_for="mother").worker() == "mother"


@pytest.mark.parametrize("text", ["去湖北的是我们科小李，我留守", "上一线的是隔壁科王姐，我没去"])
def test_what_is_said_of_somebody_called_by_name_is_said_of_nobody_here(text: str, snapshot: Snapshot) -> None:
    said = heard(text, snapshot)
    assert said.people.behind(said.text, said.text.index("的是")) == "outsider"
    assert said.stated.get("hubei-team") != "yes"


def test_oneself_is_whoever_was_named_before_in_the_clause(snapshot: Snapshot) -> None:
    assert [one.who for one in heard("我爱人查房查得自己病了", snapshot).people.named] == ["spouse"]
    assert [one.who for one in heard("自己病了", snapshot).people.named] == ["self"]


def test_of_a_relative_who_did_not_go_it_is_asked_as_of_a_worker(snapshot: Snapshot) -> None:
    """我表姐没随队，手机费减不减: what is told of medical workers is told of her."""
    said = heard("我姐没去武汉，她话费减不减", snapshot, Session(region="guangdong"))
    assert as_worker(said, ["phone-bill"], Session(), snapshot, goes_on=False).people.relation() == "self"
    untold = heard("我姐的保险有没有", snapshot, Session(region="guangdong"))
    assert as_worker(untold, ["insurance"], Session(), snapshot, goes_on=False).people.staff == frozenset()
