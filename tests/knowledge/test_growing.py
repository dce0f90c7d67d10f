"""A new conditional measure with a new fact, and a third region: YAML files only, no line of code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.model.knowledge import Knowledge
from bot.model.talk import CareContent, OutOfScopeTopic, Topic
from bot.reading.parse import load
from bot.settings import shipped_knowledge
from tests.dialogue.talking import Talk

EACH = 5
"""Phrasings kept of each topic and kind of asker."""

Asked = TypeVar("Asked", Topic, OutOfScopeTopic)

FACT = """
- id: plasma
  title: 是否捐过血浆
  question: 捐过康复者血浆吗？
  options:
    - {id: given, label: 捐过, says: [捐过血浆], replies: [捐过]}
    - {id: never, label: 没捐过, says: [没捐过血浆], replies: [没捐过]}
"""
TOPIC = """
id: plasma-care
title: 捐血浆的营养照顾
short: 血浆营养照顾
phrasings:
  staff:
    - 捐血浆有营养照顾吗
    - 捐了血浆给不给补身体
    - 康复者血浆捐献有什么照顾
    - 献血浆以后单位管营养吗
    - 捐血浆的营养餐有我的份吗
  family:
    - 我爱人捐了血浆有没有营养品
    - 捐献血浆的人家里有照顾吗
"""
MEASURE = """
id: hq-24
title: 捐血浆人员营养照顾
area: conditions
source: {item: 24}
audience: 捐献康复者血浆的一线医务人员
summary: 捐献康复者血浆的一线医务人员有营养照顾。
topics: [plasma-care]
units: [health]
lead: health
points:
  - {id: meals, text: 捐献康复者血浆的，安排 5 次营养餐。}
figures:
  - {value: 5 次, about: 营养餐的次数}
entitlements:
  - id: meals
    title: 营养餐
    gives: 安排营养餐
    requires:
      - if: {fact: plasma, is: given}
        met: 捐过康复者血浆。
        unmet: 营养餐写的是捐过康复者血浆的人。
"""
REGION = """
id: yunling
name: 云岭县
full_name: 云岭县
document:
  id: yunling-2020
  title: 云岭县关爱医务人员办法
  short: 云岭县办法
  year: 2020
  published: 2020 年 4 月
  item_label: 第 {item} 款
confirm: 牵头单位
areas:
  - {id: pay, title: 待遇}
places: [云岭, 云岭县]
"""
CONTACTS = """
- {id: clinic-office, name: 云岭县卫生办, aliases: [卫生办]}
"""
SUBSIDY = """
id: yl-01
title: 值守补助
area: pay
source: {item: 1}
audience: 一线医务人员
summary: 每天 150 元。
topics: [daily-subsidy]
units: [clinic-office]
lead: clinic-office
officer: 章云岭
points:
  - {id: rate, facets: [how-much], text: 每人每天 150 元。}
amounts:
  - id: daily
    title: 值守补助
    counts: days
    cases:
      - {value: 150, label: 值守人员}
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The shipped knowledge with a measure, a fact, a topic and a region more."""
    folder = Path(shutil.copytree(shipped_knowledge(), tmp_path_factory.mktemp("grown") / "knowledge"))
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + FACT, encoding="utf-8")
    added = {
        "topics/plasma-care.yaml": TOPIC,
        "regions/hongqiao/measures/hq-24-plasma.yaml": MEASURE,
        "regions/yunling/region.yaml": REGION,
        "regions/yunling/contacts.yaml": CONTACTS,
        "regions/yunling/measures/yl-01-subsidy.yaml": SUBSIDY,
    }
    for name, text in added.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.lstrip(), encoding="utf-8")
    return build_snapshot(_abridged(load(folder)))


def _abridged(knowledge: Knowledge) -> Knowledge:
    """With a few ways of asking for each topic and nothing of distress: compiling all takes a minute, and this is not about it."""
    update = {"topics": _fewer(knowledge.topics), "out_of_scope": _fewer(knowledge.out_of_scope), "care": CareContent()}
    return knowledge.model_copy(update=update)


def _fewer(topics: tuple[Asked, ...]) -> tuple[Asked, ...]:
    return tuple(
        topic.model_copy(update={"phrasings": {who: said[:EACH] for who, said in topic.phrasings.items()}}) for topic in topics
    )


@pytest.fixture
def talk(grown: Snapshot) -> Callable[[str | None], Talk]:
    """Begins conversations on the grown knowledge."""
    return lambda region: Talk(grown, region)


Begin = Callable[[str | None], Talk]


@pytest.mark.parametrize(("answer", "outcome"), [("given", "eligible"), ("never", "ineligible")])
def test_the_new_fact_is_asked_and_decides(answer: str, outcome: str, talk: Begin) -> None:
    conversation = talk("hongqiao")
    asked = conversation.say("捐血浆的营养照顾有我的份吗")
    assert asked.measures == ("hq-24",)
    assert "捐过康复者血浆吗？" in asked.text
    told = conversation.tap(f"fact:plasma:{answer}")
    assert (told.measures, told.outcome) == (("hq-24",), outcome)
    assert "第 24 项" in told.text
    assert any("plasma" in line for line in told.trace.lines)


def test_the_new_fact_can_be_typed_and_stated_in_passing(talk: Begin) -> None:
    conversation = talk("hongqiao")
    conversation.say("捐血浆的营养照顾有我的份吗")
    assert conversation.say("没捐过").outcome == "ineligible"
    assert talk("hongqiao").say("我捐过血浆，营养照顾有我的份吗").outcome == "eligible"


def test_the_new_measure_is_in_the_list_of_entitlements(talk: Begin) -> None:
    begun = talk("hongqiao")
    begun.say("我的待遇")
    assert "捐血浆" in begun.say("看全部").text


def test_the_third_region_answers_from_its_first_day(talk: Begin) -> None:
    reply = talk(None).say("我在云岭县，一天补多少")
    assert reply.measures == ("yl-01",)
    assert "150 元" in reply.text
    assert "云岭县办法第 1 款 · 2020 年，可能已失效" in reply.text


def test_the_third_region_adds_up(talk: Begin) -> None:
    assert talk("yunling").say("干了10天，补助一共多少钱").amount == 1_500


def test_the_third_region_speaks_for_itself_only(talk: Begin) -> None:
    assert "150" not in talk("hongqiao").say("一天补多少").text
    assert "300" not in talk("yunling").say("一天补多少").text
    assert talk("yunling").say("孩子上幼儿园能优先吗").measures == ()


def test_a_person_of_no_known_region_is_asked_where_they_are_and_then_answered(talk: Begin) -> None:
    conversation = talk(None)
    reply = conversation.say("一天补多少")
    assert {option.label for option in reply.options} == {"广东省", "红桥区", "云岭县"}
    assert conversation.tap("region:yunling").measures == ("yl-01",)


def test_the_new_region_and_its_officer_are_in_menu_and_reply(talk: Begin) -> None:
    conversation = talk("yunling")
    assert "云岭县" in [option.label for option in conversation.tap("menu").options]
    conversation.tap("measure:yl-01")
    assert "章云岭" in conversation.say("谁负责").text
