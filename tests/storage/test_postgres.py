"""A server that several programs use: started at once, gone and back, misspelt; and nothing secret in any message."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.administration.admin_links import AdminLinks
from bot.storage import migrations
from bot.storage.database import Database, StorageError
from bot.storage.inbox import InboxEntry
from bot.storage.postgres import CONNECTED
from bot.storage.sessions import Kept, Key
from bot.storage.shared_keys import agreed_key
from bot.storage.shared_limits import SharedLimits
from bot.storage.turns import FORGOTTEN, INBOX, Ended, TurnStore
from bot.storage.usage import Counted, add, since
from tests.storage.postgres_server import Server, running_or_skipped

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = NOW.date()
SECRET = "the-password-of-the-server"


async def opened(url: str, count: int) -> list[Database]:
    databases = [Database(url) for _ in range(count)]
    await asyncio.gather(*(database.open() for database in databases))
    return databases


async def closed(databases: list[Database]) -> None:
    for database in databases:
        await database.close()


async def test_first_starts_at_once_make_one_schema(postgres: Server) -> None:
    databases = await opened(postgres.create(), 4)
    async with databases[0].reading() as connection:
        assert await connection.run_sync(migrations.version_of) == migrations.VERSION
        assert (await connection.execute(text("SELECT count(*) FROM schema_version"))).scalar_one() == 1
    await closed(databases)


async def test_a_newer_schema_is_left_alone(postgres: Server) -> None:
    (database,) = await opened(postgres.create(), 1)
    async with database.writing() as connection:
        await connection.execute(text("UPDATE schema_version SET number = number + 1"))
    await database.close()
    with pytest.raises(StorageError, match="更新的程序"):
        await database.open()


async def test_a_link_of_an_admin_opens_once_whoever_is_asked(postgres: Server) -> None:
    databases = await opened(postgres.create(), 3)
    links = [AdminLinks(database, "https://bot.example.org", lambda: NOW) for database in databases]
    key = (await links[0].link("7")).rpartition("=")[2]
    sessions = await asyncio.gather(*(one.enter(key) for one in links))
    (session,) = [session for session in sessions if session is not None]
    assert [await one.who(session) for one in links] == ["7"] * 3
    await closed(databases)


async def test_counters_of_all_programs_add_up(postgres: Server) -> None:
    databases = await opened(postgres.create(), 3)
    what = {Counted(DAY, "web", "answer", str(topic)): 2 for topic in range(20)}

    async def write(database: Database) -> None:
        async with database.writing() as connection:
            await connection.run_sync(add, what)

    await asyncio.gather(*(write(database) for database in databases for _ in range(5)))
    async with databases[0].reading() as connection:
        assert set((await connection.run_sync(since, DAY)).values()) == {30}
    await closed(databases)


async def test_what_is_allowed_is_allowed_to_all_together(postgres: Server) -> None:
    databases = await opened(postgres.create(), 2)
    one, other = (SharedLimits(database, b"salt") for database in databases)
    waits = [await limits.take("somebody", 4, 0.001) for limits in (one, other) * 3]
    assert [wait == 0 for wait in waits] == [True] * 4 + [False] * 2
    assert 900 < waits[-1] <= 1_000
    assert await one.take("somebody else", 4, 0.001, count=3) == 0
    places = [await limits.place("chat", 2, 10) for limits in (one, other) * 2]
    assert [round(place) for place in places] == [0, 0, 10, 10]
    assert await other.place("chat", 1_000, 10) == 0
    async with databases[0].reading() as connection:
        assert b"somebody" not in b"".join((await connection.execute(text("SELECT key FROM limits"))).scalars())
    await closed(databases)


async def test_all_have_the_key_of_the_first(postgres: Server) -> None:
    databases = await opened(postgres.create(), 2)
    assert await agreed_key(databases[0], "session", b"first") == b"first"
    assert await agreed_key(databases[1], "session", b"second") == b"first"
    await closed(databases)


async def test_what_one_does_the_others_hear(postgres: Server) -> None:
    one, other = await opened(postgres.create(), 2)
    heard = other.heard(INBOX, FORGOTTEN)
    assert (await anext(heard)).channel == CONNECTED
    store = TurnStore(one, 5)
    await store.receive([InboxEntry(1, "a", lane=3)], DAY)
    assert await anext(heard) == (INBOX, "5")
    await store.forget(3)
    assert await anext(heard) == (FORGOTTEN, "5:3")
    await heard.aclose()
    await closed([one, other])


async def test_a_server_that_goes_away_is_waited_for_with_one_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot.storage")
    with running_or_skipped() as server:
        database = Database(server.create())
        await database.open()
        store = TurnStore(database, 5)
        heard = database.heard(INBOX)
        await anext(heard)
        server.stop()
        again = asyncio.ensure_future(anext(heard))
        for _ in range(3):
            with pytest.raises(StorageError) as away:
                await store.end(Ended(1, Kept(Key(1, 1), "state", DAY)))
            assert away.value.passes
            assert away.value.told
        server.start()
        assert (await again).channel == CONNECTED
        await store.end(Ended(1, Kept(Key(1, 1), "state", DAY)))
        assert await store.load(Key(1, 1)) == "state"
        await heard.aclose()
        await database.close()
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


async def test_a_start_waits_for_a_server_that_is_not_there_yet() -> None:
    with running_or_skipped() as server:
        database = Database(server.create())
        server.stop()
        opening = asyncio.create_task(database.open_patiently())
        done, _ = await asyncio.wait([opening], timeout=0.2)
        assert not done
        server.start()
        await opening
        await database.close()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [("bot@/nowhere", "没有这个数据库"), ("nobody@/postgres", "没有这个用户")],
)
async def test_what_waiting_cannot_mend_is_said_with_the_remedy(postgres: Server, wrong: str, reason: str) -> None:
    url = postgres.url("postgres").replace("bot@/postgres", wrong)
    with pytest.raises(StorageError, match=reason) as refused:
        await Database(url).open_patiently()
    assert not refused.value.passes
    assert "→" in str(refused.value)


async def test_no_password_in_any_message(unused_tcp_port: int, caplog: pytest.LogCaptureFixture) -> None:
    database = Database(f"postgresql+psycopg://bot:{SECRET}@127.0.0.1:{unused_tcp_port}/bot")
    with pytest.raises(StorageError, match="连不上") as away:
        await database.open()
    assert f"127.0.0.1:{unused_tcp_port}/bot" in str(away.value)
    assert away.value.passes
    everything = f"{away.value!s} {away.value.__cause__!s} {database.place} {caplog.text}"
    assert SECRET not in everything
    assert "PostgreSQL" in everything
