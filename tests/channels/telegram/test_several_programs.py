"""Several programs on one database: a message is answered once, one person's in order, and none waits for who has died."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.compiled.snapshot import Snapshot
from bot.storage.database import Database
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import SWIFT, Person, Running, running
from tests.storage.postgres_server import Server
from tests.storage.test_lanes import END_OTHERS

Begin = Callable[[], AbstractAsyncContextManager[Running]]


@pytest.fixture
def url(postgres: Server) -> str:
    """A database."""
    return postgres.create()


@pytest.fixture
def begin(emulator: Emulator, small: Snapshot, tmp_path: Path, url: str) -> Begin:
    """Starts one program more."""
    impatient = replace(SWIFT, request=1.0)
    return lambda: running(emulator, small, tmp_path, database=Database(url), timing=impatient)


@pytest_asyncio.fixture
async def two(emulator: Emulator, begin: Begin) -> AsyncIterator[None]:
    """Two that run."""
    async with AsyncExitStack() as stack:
        for _ in range(2):
            await stack.enter_async_context(begin())
        yield
    refused = {str(call.refused) for call in emulator.refused() if call.method != "getUpdates"}
    assert refused == set(), "only of two that poll, one after the other, the second may be refused"


async def test_each_message_is_answered_once_and_in_order(emulator: Emulator, two: None) -> None:
    people = [Person(emulator, 100 + number) for number in range(12)]
    asked = ("/facts", "/menu", "/help", "补助一天多少")
    for text in asked:
        for person in people:
            person.says(text)
    await emulator.until(lambda: all(len(emulator.shown(person.chat)) >= len(asked) for person in people))
    shown = [[str(message["text"]) for message in emulator.shown(person.chat)] for person in people]
    assert all(texts == shown[0] for texts in shown)
    assert len(shown[0]) == len(asked)


async def test_one_polls_and_the_other_takes_over(emulator: Emulator, begin: Begin) -> None:
    nurse = Person(emulator, 1)
    async with begin():
        await nurse.asks("/help")
        async with begin():
            await nurse.asks("/menu")
            assert emulator.waiting_polls() <= 1
            polled = len(emulator.made("getUpdates"))
        assert len(emulator.made("getUpdates")) >= polled
        await nurse.asks("/help")
    async with begin():
        await nurse.asks("/menu")


async def test_who_is_forgotten_is_forgotten_everywhere(emulator: Emulator, two: None, url: str) -> None:
    nurse = Person(emulator, 1)
    await nurse.asks("在病房干了20天，补助一共多少")
    assert "20 天" in (await nurse.asks("/facts")).text
    await nurse.tapped(await nurse.asks("/forget"), "全部删除")
    assert "20 天" not in (await nurse.asks("/facts")).text


async def test_a_turn_whose_lane_was_lost_is_answered_again_and_counts_once(
    emulator: Emulator, two: None, url: str
) -> None:
    nurse = Person(emulator, 1)
    await nurse.asks("在病房干了20天，补助一共多少")
    slow = emulator.fail("sendMessage", hang=True, times=1)
    nurse.says("在病房干了10天，补助一共多少")
    await emulator.until(lambda: slow.met == 1)
    database = Database(url)
    await database.open()
    await database.at_once(END_OTHERS, {})
    await database.close()
    await nurse.hears()
    nurse.says("/back")
    await emulator.until(lambda: len(emulator.shown(1)) >= 3)
    nurse.says("/facts")
    await emulator.until(lambda: "天数：20 天" in str(emulator.shown(1)[-1]["text"]))
