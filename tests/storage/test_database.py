"""A transaction in one step: whole or not at all, one at a time, on a file without the loop between its statements."""

from __future__ import annotations

import asyncio
import threading
from datetime import date
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import Connection, func, insert, select, text

from bot.storage.database import Database, StorageError
from bot.storage.inbox import InboxEntry, inbox
from bot.storage.sessions import Kept, Key
from bot.storage.turns import Ended, TurnStore

DAY = date(2026, 3, 1)


def _add(connection: Connection, number: int) -> None:
    connection.execute(insert(inbox).values(bot=0, number=number, content="x", tries=0, received_on=DAY))


async def _numbers(database: Database) -> int:
    async with database.reading() as connection:
        return (await connection.execute(select(func.count()).select_from(inbox))).scalar_one()


async def test_what_the_work_gives_is_handed_back_and_what_it_wrote_is_read(database: Database) -> None:
    def work(connection: Connection) -> str:
        _add(connection, 1)
        return "given"

    assert await database.write(work) == "given"
    assert await _numbers(database) == 1


async def test_work_that_fails_leaves_nothing_and_the_next_goes_on(database: Database) -> None:
    def work(connection: Connection) -> None:
        _add(connection, 1)
        connection.execute(text("SELECT no_such_column"))

    with pytest.raises(StorageError):
        await database.write(work)
    assert await _numbers(database) == 0
    await database.write(lambda connection: _add(connection, 2))
    assert await _numbers(database) == 1


async def test_a_file_is_written_by_one_at_a_time_whichever_way(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    await database.open()
    async with database.writing() as connection:
        other = asyncio.create_task(database.write(lambda connection: _add(connection, 2)))
        await connection.run_sync(_add, 1)
        assert not other.done()
    await other
    assert await _numbers(database) == 2
    await database.close()


async def test_a_write_that_is_cancelled_has_ended_before_anybody_else_writes(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    await database.open()
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        begun.set()
        go_on.wait(30)
        _add(connection, 1)

    task = asyncio.create_task(database.write(slow))
    assert await asyncio.to_thread(begun.wait, 30)
    task.cancel()
    other = asyncio.create_task(database.write(lambda connection: _add(connection, 2)))
    done, _ = await asyncio.wait([task, other], timeout=0.05)
    assert not done
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    await other
    assert await _numbers(database) == 2
    await database.close()


async def test_the_end_of_a_turn_is_one_step_of_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database.in_folder(tmp_path)
    await database.open()
    store = TurnStore(database)
    await store.receive([InboxEntry(1, "a")], DAY)
    steps: list[object] = []
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(aiosqlite.Connection, "_execute", lambda *_: pytest.fail("a statement of its own"))
    original = loop.run_in_executor

    def counted(*how: Any) -> Any:
        steps.append(how)
        return original(*how)

    monkeypatch.setattr(loop, "run_in_executor", counted)
    await store.end(Ended(1, Kept(Key(1, 1), "state", DAY)))
    monkeypatch.undo()
    assert len(steps) == 1
    assert await store.waiting() == []
    await database.close()


async def test_what_was_begun_is_ended_before_the_database_is_closed(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    await database.open()
    begun, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def work(connection: Connection) -> None:
        _add(connection, 1)
        loop.call_soon_threadsafe(begun.set)
        go_on.wait()

    task = asyncio.create_task(database.write(work))
    await begun.wait()
    task.cancel()
    loop.call_later(0, go_on.set)
    await database.close()
    await asyncio.wait([task])
    await database.open()
    assert await _numbers(database) == 1
    await database.close()


async def test_a_closed_database_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        await Database.in_folder(tmp_path).write(lambda connection: _add(connection, 1))
