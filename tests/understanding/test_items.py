"""A measure asked for by its number."""

from __future__ import annotations

import pytest

from bot.model.reply import Decision
from tests.dialogue.talking import Start


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
