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
from tests.storage.postgres_server import Server

TWENTY, TEN = "在病房干了20天，补助一共多少", "在病房干了10天，补助一共多少"


@pytest_asyncio.fixture
async def programs(postgres: Server, small: Snapshot, tmp_path: Path) -> AsyncIterator[list[Running]]:
    """Two, with one key."""
    url = postgres.create()
    async with AsyncExitStack() as stack:
        found = []
        for _ in range(2):
            database = Database(url)
            await database.open()
            stack.push_async_callback(database.close)
            found.append(Running(database, tmp_path, lambda: small))
        yield found


async def test_a_conversation_goes_on_wherever_it_is_heard(programs: list[Running]) -> None:
    hooks = [program.start() for program in programs]
    wechat = FakeWechat(hooks[0], KEY)
    nurse = Follower(wechat)
    await nurse.says(TWENTY)
    wechat.hook = hooks[1]
    await nurse.says(TEN)
    back = nurse.message(Content="/back")
    first = await nurse.posts(back)
    wechat.hook = hooks[0]
    assert await nurse.posts(back) == first, "posted again to another program: one step back, not two"
    assert "天数：20 天" in (await nurse.says("/facts")).text


async def test_what_is_said_to_both_at_once_is_kept_by_both(programs: list[Running]) -> None:
    one, other = (Follower(FakeWechat(program.start(), KEY)) for program in programs)
    twenty, ten = one.message(Content=TWENTY), one.message(Content=TEN)
    await asyncio.gather(one.posts(twenty), other.posts(ten))
    await one.says("/back")
    assert "天数：" in (await one.says("/facts")).text, "whichever came second met what the first had left"


async def test_who_is_forgotten_by_one_is_forgotten_by_all(programs: list[Running]) -> None:
    hooks = [program.start() for program in programs]
    heard = programs[1].database.heard(FORGOTTEN_PERSON)
    assert (await anext(heard)).channel == CONNECTED
    wechat = FakeWechat(hooks[1], KEY)
    nurse = Follower(wechat)
    before = nurse.message(Content=TWENTY)
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
    await nurse.says(TWENTY)
    assert await PersonStore(programs[0].database).load(person) is not None
