"""A plain no, in words that no author foresaw."""

from __future__ import annotations

import pytest

from bot.language.short_answers import only_denies

TEAM = "是援鄂（支援湖北）医疗队的队员吗？ 是，援鄂队员 不是"
AWARD = "得过哪一级奖励？ 奖励级别 记功 省部级及以上表彰"


@pytest.mark.parametrize(
    ("text", "asked"),
    [("报了名，最后没走成", TEAM), ("没跟去", TEAM), ("没有，我守本院", TEAM), ("从没得过什么奖励", AWARD), ("表彰没拿过", AWARD)],
)
def test_a_plain_no(text: str, asked: str) -> None:
    assert only_denies(text, asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("还没问清楚", TEAM), ("有没有去过的名单", TEAM), ("没领到口罩", TEAM), ("不知道呢", AWARD), ("没事", AWARD), ("没去过吗？", TEAM)],
)
def test_what_says_no_to_nothing_that_was_asked(text: str, asked: str) -> None:
    assert not only_denies(text, asked)
