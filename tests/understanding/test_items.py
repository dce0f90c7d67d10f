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
    ],
)
def test_an_item_is_looked_up(text: str, region: str | None, measure: str, start: Start) -> None:
    assert start(region).say(text).measures == (measure,)


@pytest.mark.parametrize(
    ("text", "region"), [("第99项写了什么", "hongqiao"), ("民法第三条", "guangdong"), ("第3条写了什么", "hongqiao")]
)
def test_what_is_no_item_is_not(text: str, region: str, start: Start) -> None:
    assert start(region).say(text).decision is not Decision.ANSWER


@pytest.mark.parametrize(("text", "measure"), [("把第19项原文发过来", "hq-19"), ("第6项一字不落念给我听", "hq-06")])
def test_an_item_is_told_in_full_where_its_very_words_are_wanted(text: str, measure: str, start: Start) -> None:
    assert start("hongqiao").say(text).measures == (measure,)


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
        ("第1项", "jia", None),
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
