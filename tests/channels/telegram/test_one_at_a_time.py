"""Many who write at once: between two answers the loop attends to all else that goes on in it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from pathlib import Path

import pytest

from bot.channels.telegram import update_handler
from bot.channels.telegram.chat_answer import Answer, Talk, converse
from bot.compiled.snapshot import Snapshot
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person, running


async def test_no_two_answers_are_worked_out_in_one_step_of_the_loop(
    emulator: Emulator, snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, during = itertools.count(), list[int]()
    now = next(steps)

    async def count() -> None:
        nonlocal now
        while True:
            now = next(steps)
            await asyncio.sleep(0)

    def noted(talk: Talk) -> Answer:
        during.append(now)
        return converse(talk)

    monkeypatch.setattr(update_handler, "converse", noted)
    people = [Person(emulator, 8_000 + number) for number in range(12)]
    async with running(emulator, snapshot, tmp_path):
        for person in people:
            await person.asks("红桥")  # what is remembered of everybody is at hand from now on
        counting = asyncio.create_task(count())
        for person in people:
            person.says("一天补多少")
        for person in people:
            assert "300" in (await person.hears()).text
        counting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await counting
    second = during[len(people) :]
    assert len(second) == len(set(second)) == len(people)
