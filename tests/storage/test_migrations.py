"""From each earlier schema to this one: nothing lost, a copy before, and the same tables as a fresh start has."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from bot.storage.database import FILE, Database, StorageError
from bot.storage.inbox import InboxEntry
from bot.storage.migrations import VERSION
from bot.storage.sessions import Key
from bot.storage.turns import TurnStore

FIRST = """
CREATE TABLE inbox (number BIGINT NOT NULL, content TEXT, tries INTEGER NOT NULL, received_on DATE NOT NULL, PRIMARY KEY (number));
CREATE INDEX ix_inbox_received_on ON inbox (received_on);
CREATE TABLE sessions (chat_id BIGINT NOT NULL, user_id BIGINT NOT NULL, state TEXT NOT NULL, used_on DATE NOT NULL,
 PRIMARY KEY (chat_id, user_id));
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE INDEX ix_sessions_used_on ON sessions (used_on);
CREATE TABLE audit (number INTEGER NOT NULL, at DATETIME NOT NULL, who VARCHAR(64) NOT NULL, what VARCHAR(64) NOT NULL,
 digest VARCHAR(64) NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (number));
CREATE TABLE unanswered (number INTEGER NOT NULL, text VARCHAR(200) NOT NULL, on_day DATE NOT NULL, PRIMARY KEY (number));
CREATE INDEX ix_unanswered_on_day ON unanswered (on_day);
INSERT INTO inbox VALUES (7, 'asked', 0, '2026-03-01'), (6, NULL, 0, '2026-03-01');
INSERT INTO sessions VALUES (1, 1, 'state', '2026-03-01');
"""
"""As the program made it before schemas had numbers."""


def before(folder: Path) -> Path:
    """A data folder of the first program."""
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE)
    connection.executescript(FIRST)
    connection.close()
    return folder


def tables(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table and index with its columns."""
    connection = sqlite3.connect(file)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]
    found = {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for name in names}
    found["user_version"] = connection.execute("PRAGMA user_version").fetchall()
    connection.close()
    return found


async def opened(folder: Path) -> Database:
    database = Database.in_folder(folder)
    await database.open()
    return database


async def test_what_the_first_program_left_is_the_first_bots(tmp_path: Path) -> None:
    database = await opened(before(tmp_path / "old"))
    store = TurnStore(database, 5)
    assert await store.waiting() == [InboxEntry(7, "asked", 1)]
    assert await store.load(Key(1, 1)) == "state"
    assert await store.receive([InboxEntry(6, "again")], date(2026, 3, 1)) == []
    assert await TurnStore(database, 6).waiting() == []
    await database.close()


async def test_the_tables_are_those_of_a_fresh_start(tmp_path: Path) -> None:
    for database in (await opened(before(tmp_path / "old")), await opened(tmp_path / "new")):
        await database.close()
    assert tables(tmp_path / "old" / FILE) == tables(tmp_path / "new" / FILE)


async def test_a_private_copy_is_made_before_and_only_then(tmp_path: Path) -> None:
    folder = before(tmp_path / "old")
    for _ in range(2):
        await (await opened(folder)).close()
    copies = list(folder.glob(f"{FILE}.before-{VERSION}-*"))
    assert len(copies) == 1
    assert copies[0].stat().st_mode & 0o777 == 0o600
    assert "inbox" in tables(copies[0])
    assert "undelivered" not in tables(copies[0])


async def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    database = await opened(tmp_path / "new")
    await database.close()
    connection = sqlite3.connect(tmp_path / "new" / FILE)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()
    with pytest.raises(StorageError, match="更新的程序"):
        await opened(tmp_path / "new")
