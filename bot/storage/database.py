"""The one database of an installation: SQLAlchemy on SQLite today, with nothing in the schema that only SQLite has."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

metadata = MetaData()
"""Every table of every storage module hangs here; ``Database.open`` creates what is missing."""

_WRITES = "writes"
_BUSY_MILLISECONDS = 10_000


class StorageError(Exception):
    """The database could not do what was asked; nothing of the transaction is kept. The cause is chained."""


class Database:
    """Connections to the installation's database. Belongs to one event loop from ``open`` to ``close``."""

    def __init__(self, url: str) -> None:
        """``url`` is SQLAlchemy's, with an async driver. Nothing is opened yet."""
        self._url = url
        self._engine: AsyncEngine | None = None

    @classmethod
    def in_folder(cls, folder: Path) -> Database:
        """The database file of a data folder, which is made if it is missing, for this account's eyes only."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / "bot.sqlite3"
        path.touch(mode=0o600)
        return cls(f"sqlite+aiosqlite:///{path}")

    async def open(self) -> None:
        """Connect, and create the tables that are missing.

        Raises:
            StorageError: if the database cannot be opened.
        """
        engine = create_async_engine(self._url, hide_parameters=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(engine.sync_engine, "begin", _begin_sqlite)
        self._engine = engine
        async with self.writing() as connection:
            await connection.run_sync(metadata.create_all)

    async def close(self) -> None:
        """Disconnect. Harmless if it is not open."""
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads; it never waits for a writer."""
        with _as_storage_error():
            async with self._open_engine().connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write, committed at the end, undone by an exception.

        It holds the write lock from the start, so that what it reads is still true when it writes.
        """
        with _as_storage_error():
            async with self._open_engine().execution_options(**{_WRITES: True}).begin() as connection:
                yield connection

    async def tidy(self) -> None:
        """Let go of what deleted rows have left behind on disk."""
        engine = self._open_engine()
        if engine.dialect.name == "sqlite":
            with _as_storage_error():
                async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
                    await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def _open_engine(self) -> AsyncEngine:
        if self._engine is None:
            raise RuntimeError("the database is not open")
        return self._engine


@contextmanager
def _as_storage_error() -> Iterator[None]:
    """Rooms further right know no driver's errors."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StorageError from error


def _prepare_sqlite(connection: Any, _: object) -> None:
    """Readers go on while one writes; what was committed survives a power cut; what was deleted is overwritten."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_MILLISECONDS}", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """The driver's own BEGIN is deferred: two that read, then write under it fail with "database is locked"."""
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES) else "BEGIN")
