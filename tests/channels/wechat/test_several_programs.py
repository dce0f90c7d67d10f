"""Several programs on one database: a follower's messages may go to any of them, at once too."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest_asyncio

from bot.compiled.snapshot import Snapshot
from bot.storage.database import Database
from bot.storage.person_sessions import FORGOTTEN_PERSON, PersonStore
from bot.storage.postgres import CONNECTED
from tests.channels.wechat.conftest import Running
from tests.channels.wechat.fake import KEY, FakeWechat, Follower
from tests.channels.wechat.test_conversation import DAYS, FIVE_MORE
from tests.storage.postgres_server import Server


@pytest_asyncio.fixture
async def programs(postgres: Server, snapshot: Snapshot, tmp_path: Path) -> AsyncIterator[list[Running]]:
    """Two, with one key."""
    url = postgres.create()
    async with AsyncExitStack() as stack:
        found = []
        for _ in range(2):
            database = Database(url)
            await database.open()
            stack.push_async_callback(database.close)
            found.append(Running(database, tmp_path, lambda: snapshot))
        yield found


async def test_a_conversation_goes_on_wherever_it_is_heard(programs: list[Running]) -> None:
    hooks = [program.start() for program in programs]
    wechat = FakeWechat(hooks[0], KEY)
    nurse = Follower(wechat)
    await nurse.says("我在红桥")
    wechat.hook = hooks[1]
    await nurse.says(DAYS)
    more = nurse.message(Content=FIVE_MORE)
    first = await nurse.posts(more)
    wechat.hook = hooks[0]
    assert await nurse.posts(more) == first, "posted again to another program: not added twice"
    assert first is not None
    assert "4500 元" in first.text


async def test_what_is_said_to_both_at_once_is_kept_by_both(programs: list[Running]) -> None:
    apart = [Follower(FakeWechat(program.start(), KEY)) for program in programs]
    await apart[0].says("我在红桥")
    await apart[0].says(DAYS)
    said = await asyncio.gather(apart[0].says(FIVE_MORE), apart[1].says("再加2天"))
    assert any("5100 元" in shown.text for shown in said)


async def test_who_is_forgotten_by_one_is_forgotten_by_all(programs: list[Running]) -> None:
    hooks = [program.start() for program in programs]
    heard = programs[1].database.heard(FORGOTTEN_PERSON)
    assert (await anext(heard)).channel == CONNECTED
    wechat = FakeWechat(hooks[1], KEY)
    nurse = Follower(wechat)
    before = nurse.message(Content="我在红桥")
    await nurse.posts(before)
    wechat.now += 1
    wechat.hook = hooks[0]
    await nurse.says("/forget")
    person = (await anext(heard)).payload
    await heard.aclose()
    assert person
    wechat.hook = hooks[1]
    await nurse.posts(before)
    assert await PersonStore(programs[0].database).load(person) is None, "posted again to the other, it is not remembered"
    await nurse.says("我在红桥")
    assert await PersonStore(programs[0].database).load(person) is not None
