"""有用 and 没用, typed: counted once however often it is posted, and a question kept only with leave."""

from __future__ import annotations

import pytest

from bot.channels.wechat import wechat_notices as notices
from tests.channels.wechat.conftest import Running
from tests.channels.wechat.fake import KEY, FakeWechat, Follower

RATE = "红桥区发热门诊一天补多少"


@pytest.mark.parametrize("leave", ["可以留", "1", "可以留。"])
async def test_with_leave_the_question_is_kept(nurse: Follower, running: Running, leave: str) -> None:
    await nurse.says(RATE)
    asked = await nurse.says("没用")
    assert f"“{RATE}”" in asked.text
    assert [link.label for link in asked.links] == ["可以留", "不用留"]
    assert (await nurse.says(leave)).text == notices.QUESTION_KEPT
    assert running.declined == [RATE]
    assert running.judged == [False]


async def test_a_tap_gives_leave_or_refuses_it(nurse: Follower, running: Running) -> None:
    await nurse.says(RATE)
    assert (await nurse.taps((await nurse.says("没用")).link("不用留"))).text == notices.QUESTION_NOT_KEPT
    assert running.declined == []
    await nurse.taps((await nurse.says("没用")).link("可以留"))
    assert running.declined == [RATE]


async def test_an_answer_that_was_of_use_is_counted_and_nothing_asked_for(nurse: Follower, running: Running) -> None:
    await nurse.says(RATE)
    assert (await nurse.says("有用，谢谢")).links == []
    assert (running.judged, running.declined) == ([True], [])


async def test_what_is_posted_again_is_counted_and_kept_once(nurse: Follower, running: Running) -> None:
    await nurse.says(RATE)
    useless, leave = nurse.message(Content="没用"), nurse.message(Content="可以留")
    assert await nurse.posts(useless) == await nurse.posts(useless)
    assert await nurse.posts(leave) == await nurse.posts(leave)
    assert running.declined == [RATE]
    assert running.judged == [False]


async def test_something_else_is_no_leave(nurse: Follower, running: Running) -> None:
    await nurse.says(RATE)
    await nurse.says("没用")
    assert "1000" in (await nurse.says("红桥区慰问金每月多少")).text
    assert (await nurse.says("可以留")).text != notices.QUESTION_KEPT
    assert running.declined.count(RATE) == 0


async def test_without_a_question_there_is_nothing_to_leave(running: Running, nurse: Follower) -> None:
    await nurse.says(RATE)
    again = Follower(FakeWechat(running.start(), KEY))
    assert "留给" not in (await again.says("没用")).text, "a program that has just started knows no question"


async def test_who_was_forgotten_is_asked_for_nothing(nurse: Follower) -> None:
    await nurse.says(RATE)
    await nurse.says("忘了我")
    assert "留给" not in (await nurse.says("没用")).text
