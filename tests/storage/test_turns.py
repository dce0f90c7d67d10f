"""What is promised of messages and sessions: nothing lost, nothing kept longer than needed, nothing done by halves."""

from __future__ import annotations

import asyncio
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from bot.storage.database import Database, StorageError, metadata, shared_metadata
from bot.storage.inbox import InboxEntry, inbox
from bot.storage.lock import AlreadyRunningError, InstanceLock
from bot.storage.sessions import Kept, Key
from bot.storage.turns import Ended, TurnStore
from tests.storage.postgres_server import Server

DAY = date(2026, 3, 1)
ME = Key(1, 1)


@pytest.fixture
def store(database: Database) -> TurnStore:
    """A store on it."""
    return TurnStore(database)


async def test_a_message_is_new_once(store: TurnStore) -> None:
    first, second = InboxEntry(1, "a"), InboxEntry(2, "b")
    assert await store.receive([first], DAY) == [first]
    assert await store.receive([first, second, second], DAY) == [second]


async def test_a_message_waits_until_its_turn_ends(store: TurnStore) -> None:
    await store.receive([InboxEntry(2, "b"), InboxEntry(1, "a")], DAY)
    assert await store.waiting() == [InboxEntry(1, "a", 1), InboxEntry(2, "b", 1)]
    await store.end(Ended(1))
    assert await store.waiting() == [InboxEntry(2, "b", 2)]


async def test_a_message_that_comes_again_after_its_end_is_known(store: TurnStore) -> None:
    await store.receive([InboxEntry(1, "a")], DAY)
    await store.end(Ended(1))
    assert await store.receive([InboxEntry(1, "a")], DAY) == []


async def test_what_was_answered_is_not_kept(store: TurnStore, database: Database) -> None:
    await store.receive([InboxEntry(1, "what somebody wrote")], DAY)
    await store.end(Ended(1))
    async with database.reading() as connection:
        assert (await connection.execute(select(inbox.c.content))).scalars().all() == [None]


async def test_deleted_text_is_gone_from_the_disk(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "data")
    await database.open()
    store = TurnStore(database)
    await store.receive([InboxEntry(1, "what somebody wrote " * 200)], DAY)
    await store.end(Ended(1))
    await store.purge(DAY, timedelta(days=30))
    assert not any(b"somebody wrote" in file.read_bytes() for file in (tmp_path / "data").iterdir())
    await database.close()


async def test_a_turn_ends_with_its_session(store: TurnStore) -> None:
    await store.receive([InboxEntry(1, "a")], DAY)
    await store.end(Ended(1, Kept(ME, "state", DAY)))
    assert await store.load(ME) == "state"
    await store.end(Ended(2, Kept(ME, "later", DAY)))
    assert await store.load(ME) == "later"
    await store.end(Ended(3, Kept(ME, None, DAY)))
    assert await store.load(ME) is None


async def test_many_turns_that_end_at_once_all_end(store: TurnStore) -> None:
    await store.receive([InboxEntry(number, "a") for number in range(200)], DAY)
    keys = [Key(number, number) for number in range(200)]
    await asyncio.gather(*(store.end(Ended(key.chat, Kept(key, f"of {key.chat}", DAY))) for key in keys))
    assert await store.waiting() == []
    assert [await store.load(key) for key in keys] == [f"of {number}" for number in range(200)]


async def test_one_turn_that_cannot_end_spoils_no_other(store: TurnStore) -> None:
    await store.receive([InboxEntry(1, "a"), InboxEntry(2, "b")], DAY)
    broken = Kept(ME, {"no": "text"}, DAY)  # type: ignore[arg-type]
    results = await asyncio.gather(
        store.end(Ended(1, Kept(Key(2, 2), "good", DAY))), store.end(Ended(2, broken)), return_exceptions=True
    )
    assert results[0] is True
    assert isinstance(results[1], StorageError)
    assert [entry.number for entry in await store.waiting()] == [2]
    assert await store.load(Key(2, 2)) == "good"


async def test_forgetting_takes_every_chat_of_a_person_and_nobody_else(store: TurnStore) -> None:
    for number, key in enumerate((Key(1, 1), Key(-5, 1), Key(-5, 2))):
        await store.end(Ended(number, Kept(key, "x", DAY)))
    assert sorted(await store.chats_of(1)) == [-5, 1]
    assert await store.forget(1) == 2
    assert await store.chats_of(1) == []
    assert await store.load(Key(-5, 2)) == "x"


async def test_two_bots_in_one_folder_know_nothing_of_each_other(database: Database) -> None:
    one, other = TurnStore(database, 1), TurnStore(database, 2)
    await one.receive([InboxEntry(1, "a")], DAY)
    assert await other.receive([InboxEntry(1, "b")], DAY) == [InboxEntry(1, "b")]
    await one.end(Ended(1, Kept(ME, "of one", DAY)))
    await other.end(Ended(9, Kept(ME, "of the other", DAY)))
    assert await other.waiting() == [InboxEntry(1, "b", 1)]
    await other.forget(ME.user)
    assert await one.load(ME) == "of one"


async def test_after_forgetting_no_byte_of_a_person_is_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database = Database.in_folder(folder)
    await database.open()
    (folder / "bot.sqlite3.damaged-1").write_text("secret-fact")
    store = TurnStore(database)
    await _remember_and_forget(store)
    files = [file for file in folder.rglob("*") if file.is_file()]
    for traces in (b"secret-fact", b"77700123", (77_700_123).to_bytes(4, "big")):
        assert [file.name for file in files if traces in file.read_bytes()] == []
    assert await store.load(Key(59, 59)) is not None
    await database.close()


async def test_after_forgetting_no_byte_of_a_person_is_in_the_tables_of_a_server(postgres: Server) -> None:
    """Its log (pg_wal) and its backups are its keeper's."""
    database = Database(postgres.create())
    await database.open()
    await _remember_and_forget(TurnStore(database))
    postgres.checkpoint()
    for file in (postgres.folder / "data" / "base").rglob("*"):
        assert not file.is_file() or b"secret-fact" not in file.read_bytes(), file
    await database.close()


async def _remember_and_forget(store: TurnStore) -> None:
    """Rows that grow, shrink and move within their pages leave copies that no DELETE reaches."""
    for number in range(60):
        who = Key(77_700_123, 77_700_123) if number % 3 == 0 else Key(number + 1, number + 1)
        said = f'{{"id":{who.user},"text":"secret-fact {"x" * (number * 97 % 3000)}"}}' if number % 3 == 0 else "other"
        await store.receive([InboxEntry(number, said)], DAY)
        await store.end(Ended(number, Kept(who, said if number % 3 == 0 else "kept" * (number * 31 % 400), DAY)))
    await store.forget(77_700_123)
    await store.leave_no_trace()


async def test_a_group_with_a_new_id_keeps_its_sessions(store: TurnStore) -> None:
    for number, (key, state) in enumerate({Key(-5, 1): "old", Key(-5, 2): "old", Key(-1005, 2): "new"}.items()):
        await store.end(Ended(number, Kept(key, state, DAY)))
    await store.move_chat(-5, -1005)
    assert await store.load(Key(-1005, 1)) == "old"
    assert await store.load(Key(-1005, 2)) == "new"
    assert await store.load(Key(-5, 1)) is None


async def test_what_is_past_its_time_is_deleted(store: TurnStore, database: Database) -> None:
    await store.receive([InboxEntry(1, "a"), InboxEntry(2, "b")], DAY)
    await store.end(Ended(1, Kept(ME, "x", DAY)))
    await store.purge(DAY + timedelta(days=30), timedelta(days=30))
    assert await store.load(ME) == "x"
    await store.purge(DAY + timedelta(days=31), timedelta(days=30))
    assert await store.load(ME) is None
    assert [entry.number for entry in await store.waiting()] == [2], "what waits is never deleted"
    async with database.reading() as connection:
        assert (await connection.execute(select(inbox.c.number))).scalars().all() == [2]


async def test_readers_and_writers_in_two_connections_do_not_lock_each_other_out(tmp_path: Path) -> None:
    databases = [Database.in_folder(tmp_path) for _ in range(3)]
    for database in databases:
        await database.open()
    stores = [TurnStore(database) for database in databases]
    entries = [[InboxEntry(number * 3 + which, "x") for number in range(30)] for which in range(3)]
    writes = [store.receive([entry], DAY) for store, own in zip(stores, entries, strict=True) for entry in own]
    await asyncio.gather(*writes, *(store.load(ME) for store in stores for _ in range(30)))
    assert len(await stores[0].waiting()) == 90
    for database in databases:
        await database.close()


async def test_a_failed_transaction_leaves_nothing(store: TurnStore, database: Database) -> None:
    async def fail() -> None:
        async with database.writing() as connection:
            await connection.execute(inbox.insert().values(bot=0, number=9, content="x", tries=0, received_on=DAY))
            await connection.execute(text("SELECT no_such_column"))

    with pytest.raises(StorageError):
        await fail()
    assert await store.waiting() == []


async def test_the_data_is_for_this_account_only(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "data")
    await database.open()
    await database.close()
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "bot.sqlite3").stat().st_mode) == 0o600


async def test_a_database_that_is_not_open_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="not open"):
        await TurnStore(Database.in_folder(tmp_path)).waiting()


async def test_a_file_that_is_no_database_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").write_bytes(b"not a database, but long enough to be looked at" * 100)
    database = Database.in_folder(tmp_path)
    with pytest.raises(StorageError):
        await database.open()
    await database.close()


def test_nothing_in_the_schema_is_sqlites_own() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in (*metadata.sorted_tables, *shared_metadata.sorted_tables):
        assert "TABLE" in str(CreateTable(table).compile(dialect=dialect))


def test_one_holder_of_a_lock_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "data" / "a.lock"
    with InstanceLock(path), pytest.raises(AlreadyRunningError), InstanceLock(path):
        pass
    with InstanceLock(path):
        pass
