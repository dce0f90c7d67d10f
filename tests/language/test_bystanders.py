"""Whether somebody named by a trade only plays a part in what is told."""

from __future__ import annotations

import pytest

from bot.language.bystanders import takes_part


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("鞋店老板拦着我不让走", "鞋店老板"),
        ("有个开出租的，骂我们传染人", "开出租的"),
        ("找了个大学生补课", "大学生"),
        ("电工嫌我在医院上班", "电工"),
        ("厨子陪护士去报警", "厨子"),
        ("口罩是几家工厂捐的", "口罩是几家工厂"),
        ("孩子的辅导员是大学生吗", "孩子的辅导员是大学生"),
        ("急诊那边有民警吗", "民警"),
        ("能换个老师不", "能换个老师"),
        ("民警守着的有几个", "民警"),
        ("军人子女那个优待是什么意思", "军人子女"),
        ("民警多不多", "民警"),
    ],
)
def test_who_helps_harms_or_is_only_asked_about_takes_part(text: str, trade: str) -> None:
    start = text.index(trade)
    assert takes_part(text, start, start + len(trade))


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("我家有老师，有补助吗", "我家有老师，有补助"),
        ("保安站岗给补助吗", "保安"),
        ("家里没有学医的", "没有学医的"),
        ("我是开出租的，骂我们的人不少", "我是开出租的"),
        ("鞋店老板给我补贴吗", "鞋店老板"),
        ("开出租的，有没有我们的份", "开出租的"),
        ("孩子的爸爸是会计", "孩子的爸爸是会计"),
        ("电工能领吗", "电工"),
        ("电工带娃能领吗", "电工"),
        ("保安拦车测温有补助吗", "保安"),
        ("电工老公让我来问补助", "电工"),
    ],
)
def test_who_asks_for_themselves_does_not(text: str, trade: str) -> None:
    start = text.index(trade)
    assert not takes_part(text, start, start + len(trade))
