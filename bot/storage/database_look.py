"""A look at a data folder's database from outside, changing nothing; and putting a damaged one aside."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from bot.storage.database import FILE
from bot.storage.lock import AlreadyRunningError, InstanceLock
from bot.storage.migrations import VERSION
from bot.storage.storage_faults import explained, sound


class Look(NamedTuple):
    """What was found: ``wrong`` with its remedy, or None; the schema's number, and how many wait or were undelivered."""

    wrong: str | None
    there: bool = False
    version: int = 0
    waiting: int = 0
    undelivered: int = 0

    @property
    def newer(self) -> bool:
        """Whether a newer program wrote it."""
        return self.version > VERSION


def look(folder: Path) -> Look:
    """What there is to know of the database in a folder."""
    file = folder / FILE
    wrong = sound(file)
    if wrong is not None or not file.exists() or file.stat().st_size == 0:
        return Look(wrong)
    try:
        with closing(sqlite3.connect(file, timeout=5)) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            return Look(
                None,
                there=True,
                version=version or int("inbox" in tables),
                waiting=_count(connection, tables, "inbox", "WHERE content IS NOT NULL"),
                undelivered=_count(connection, tables, "undelivered"),
            )
    except sqlite3.Error as error:
        return Look(explained(error, file))


def running(folder: Path) -> bool:
    """Whether a bot has one of the folder's locks."""
    try:
        for lock in folder.glob("telegram-*.lock"):
            with InstanceLock(lock):
                pass
    except AlreadyRunningError:
        return True
    return False


def set_aside(folder: Path) -> Path:
    """Move a damaged database away, with its log: the next start begins with an empty one. Where it is now."""
    target = folder / f"{FILE}.damaged-{int(time.time())}"
    for suffix in ("", "-wal", "-shm"):
        part = folder / (FILE + suffix)
        if part.exists():
            part.rename(target.with_name(target.name + suffix))
    return target


def _count(connection: sqlite3.Connection, tables: set[str], table: str, where: str = "") -> int:
    if table not in tables:
        return 0
    return int(connection.execute(f"SELECT count(*) FROM {table} {where}").fetchone()[0])  # noqa: S608 - names of ours
