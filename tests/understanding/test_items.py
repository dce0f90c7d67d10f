"""A measure asked for by its number."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.reply import Decision
from bot.model.session import Session
from bot.understanding.intents import Items
from bot.understanding.items import items_asked
from tests.dialogue.talking import Start
from tests.understanding.conftest import Read


@pytest.mark.parametrize(
    ("text", "region", "measure"),
    [
        ("第9项写了什么", "hongqiao", "hq-09"),
        ("第二十三项说的啥", None, "hq-23"),
        ("广东第16条", None, "gd-16"),
        ("第三条讲什么", "guangdong", "gd-03"),
        ("第十三条写的啥", "hongqiao", "hq-13"),
        ("台账第八条讲什么", "hongqiao", "hq-08"),
    ],
)
def test_an_item_is_looked_up(text: str, region: str | None, measure: str, start: Start) -> None:
    assert start(region).say(text).measures == (measure,)


@pytest.mark.parametrize(
    ("text", "region"), [("第99项写了什么", "hongqiao"), ("民法第三条", "guangdong"), ("合同法第3条写了什么", "hongqiao")]
)
def test_what_is_no_item_is_not(text: str, region: str, start: Start) -> None:
    assert start(region).say(text).decision is not Decision.ANSWER


@pytest.mark.parametrize(("text", "measure"), [("把第19项原文发过来", "hq-19"), ("第6项一字不落念给我听", "hq-06")])
def test_an_item_is_told_in_full_where_its_very_words_are_wanted(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures == (measure,)


@pytest.mark.parametrize(
    ("text", "says"),
    [("第7项讲的啥", "住院标准"), ("第十七项的内容是什么", "幼儿园"), ("第9项归谁负责", "杨永祥"), ("第18项给多少钱", "1000 元")],
)
def test_what_an_item_says_is_all_of_it_unless_a_side_is_asked(text: str, says: str, start: Start) -> None:
    assert says in start("hongqiao").say(text).text.split("\n")[0]


def test_several_items_are_told_together(start: Start) -> None:
    assert start("hongqiao").say("第20项和第13项讲的什么").measures == ("hq-20", "hq-13")


@pytest.mark.parametrize("before", ["意外险保多少", "工伤要什么材料"])
def test_how_many_items_there_are_is_asked_of_no_matter_in_hand(before: str, start: Start) -> None:
    talk = start("hongqiao")
    talk.say(before)
    assert "23 项" in talk.say("这台账总共写了多少条措施").text


@pytest.mark.parametrize(("text", "region", "many"), [("第二十八项说的什么", "hongqiao", "23 项"), ("第19条", "guangdong", "16 项")])
def test_who_asks_for_one_that_is_none_hears_how_many_there_are(text: str, region: str, many: str, start: Start) -> None:
    reply = start(region).say(text)
    assert reply.decision is Decision.CHAT
    assert many in reply.text


@pytest.mark.parametrize(
    ("text", "region", "measures"),
    [
        ("第2条", "jia", ("ja-02",)),
        ("查第一条", "jia", ("ja-01",)),
        ("文件第二条写了什么", "jia", ("ja-02",)),
        ("甲县第二条", None, ("ja-02",)),
        ("第1项", None, ("yi-01",)),
        ("第1项", "jia", ("ja-01",)),
        ("第9条", "jia", None),
        ("民法第二条", "jia", None),
        ("补助多少", "jia", None),
    ],
)
def test_an_item_is_one_of_a_document_whose_items_are_called_so(
    text: str, region: str | None, measures: tuple[str, ...] | None, said: Read, small: Snapshot
) -> None:
    found = items_asked(said(text, Session(region=region)), small)
    assert found == (Items(measures) if measures else None)
