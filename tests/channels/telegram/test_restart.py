"""Stops, kills and restarts: every conversation goes on where it was, and nothing is applied twice."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.compiled.snapshot import Snapshot
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import SWIFT, Person, running
from tests.channels.telegram.kills import interviews_with_kills
from tests.channels.telegram.processes import child
from tests.channels.telegram.rules import RefusedError


async def test_an_interview_goes_on_after_a_restart(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> None:
    nurse = Person(emulator, 1)
    async with running(emulator, snapshot, tmp_path):
        asked = await nurse.tapped(await nurse.asks("/start hq-09"), "算一算")
        assert "天" in asked.text
    async with running(emulator, snapshot, tmp_path):
        role = await nurse.asks("30")
        assert "岗位" in role.text
    async with running(emulator, snapshot, tmp_path):
        assert "9000 元" in (await nurse.tapped(role, "直接接触病例")).text


async def test_a_question_that_came_while_the_bot_was_down_is_answered(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    nurse = Person(emulator, 1)
    nurse.says("心理热线多少")
    async with running(emulator, snapshot, tmp_path):
        assert "心理" in (await nurse.hears()).text


async def test_a_question_in_hand_at_the_end_is_answered_by_the_next_run(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path
) -> None:
    nurse = Person(emulator, 1)
    again = RefusedError(429, "Too Many Requests: retry after 600", {"retry_after": 600})
    emulator.fail("sendMessage", refusal=again, times=1)
    async with running(emulator, snapshot, tmp_path, timing=replace(SWIFT, grace=0.05)) as it:
        nurse.says("心理热线多少")
        nurse.says("/help")
        await emulator.until(lambda: it.faults.counts().get("RetryAfter") == 1)
        await emulator.until(lambda: not emulator.pending)
    async with running(emulator, snapshot, tmp_path):
        assert "心理" in (await nurse.hears()).text
        assert "直接打字问" in (await nurse.hears()).text


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_a_kill_loses_nothing_and_applies_nothing_twice(emulator: Emulator, tmp_path: Path, seed: int) -> None:
    report = await interviews_with_kills(emulator, tmp_path, kills=2, chance=random.Random(seed))
    assert report.resumed == report.kills == 2
    assert report.lost == 0
    assert report.twice == 0


async def test_sigterm_ends_the_bot_with_zero_and_one_instance_runs_at_a_time(emulator: Emulator, tmp_path: Path) -> None:
    async with child(emulator, tmp_path) as first:
        await emulator.until_slowly(lambda: bool(emulator.waiting_polls()))
        async with child(emulator, tmp_path) as second:
            assert await second.ended() == 1
        assert "已经在运行" in second.log.read_text()
        assert await first.told_to_stop() == 0


async def test_no_token_text_or_name_reaches_the_log(emulator: Emulator, tmp_path: Path) -> None:
    emulator.fail("sendMessage", raw=(200, b"{not json"), times=1)
    emulator.fail("getUpdates", raw=(200, "{\"小王\": 心理热线电话".encode()), times=1)
    nurse = Person(emulator, 1, name="王小明明")
    async with child(emulator, tmp_path) as it:
        nurse.says("一天补多少钱呀谢谢")
        await emulator.until_slowly(lambda: len(emulator.shown(1)) == 1)
        emulator.fail("sendMessage", refusal=RefusedError(400, "Bad Request: 王小明明 一天补多少钱呀谢谢"))
        nurse.says("一天补多少钱呀谢谢")
        nurse.says("/help")
        await emulator.until_slowly(lambda: len(emulator.shown(1)) == 2)
        await it.told_to_stop()
    log = it.log.read_text()
    assert "polling" in log
    for secret in (TOKEN, TOKEN.partition(":")[2], "王小明明", "补多少钱", "心理热线电话", "小王"):
        assert secret not in log


async def test_a_start_that_fails_exits_with_one_and_a_clear_line(emulator: Emulator, tmp_path: Path) -> None:
    emulator.fail("getMe", refusal=RefusedError(401, "Unauthorized"), times=9)
    async with child(emulator, tmp_path) as it:
        assert await it.ended() == 1
    last = it.log.read_text().splitlines()[-1]
    assert "TELEGRAM_BOT_TOKEN" in last
    assert "Traceback" not in it.log.read_text()
