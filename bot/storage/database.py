"""The one database of an installation: a SQLite file of its own, or a PostgreSQL that several programs share.

One contract for both. What only a shared one has (announcements, locks that end with a program) is in ``postgres.py``.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, aclosing, asynccontextmanager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, MetaData, TextClause, make_url, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage import migrations, postgres
from bot.storage.file_writer import FileWriter
from bot.storage.sqlite_rules import WRITES, keep_the_rules
from bot.storage.storage_faults import explained, explained_at, is_damage, sound

metadata = MetaData()
"""Every table of every storage module hangs here; ``Database.open`` creates what is missing."""

shared_metadata = MetaData()
"""Tables that only several programs on one PostgreSQL need."""

T = TypeVar("T")

_log = logging.getLogger(__name__)

FILE = "bot.sqlite3"
LEFTOVERS = f"{FILE}.*"
"""Backups from before a change of the schema, and damaged files set aside. They hold what people said, so not for long."""

_LEFTOVERS_KEPT = 7 * 86_400.0
_CHECKPOINT_TRIES = 20
_BETWEEN_CHECKPOINTS = 0.1
_BETWEEN_TRIES = 1.0
_VACUUMED = ("inbox", "sessions", "person_sessions", "unanswered")
_LOCK_MILLISECONDS = 1_000


class StorageError(Exception):
    """The database could not do what was asked; nothing of the transaction is kept. The cause is chained.

    It says which file, why, and what to do. ``passes`` tells that another try may succeed; ``told`` that the log says so already.
    """

    def __init__(self, message: str = "", *, passes: bool = False, told: bool = False) -> None:
        super().__init__(message)
        self.passes = passes
        self.told = told


@dataclass(slots=True)
class _Outage:
    """Whether the server is away, as far as was told."""

    on: bool = False


class Database:
    """Connections to the installation's database. Belongs to one event loop from ``open`` to ``close``."""

    def __init__(self, url: str | URL) -> None:
        """``url`` is SQLAlchemy's, with an async driver. Nothing is opened yet."""
        self._url = make_url(url)
        self._engine: AsyncEngine | None = None
        self._file_writer: FileWriter | None = None
        self._outage = _Outage()
        self._writer = asyncio.Lock()

    def twin(self) -> Database:
        """The same database with connections of its own, opened and closed apart; that it is away is told once for both."""
        other = Database(self._url)
        other._outage, other._writer = self._outage, self._writer
        return other

    @property
    def shared(self) -> bool:
        """Whether other programs may work on it at the same time."""
        return self._url.get_backend_name() == "postgresql"

    @property
    def place(self) -> str:
        """Where it is, without what opens it."""
        return str(self.file) if self.file is not None else postgres.place_of(self._url)

    @property
    def file(self) -> Path | None:
        """Where it lies, if it is a file."""
        return Path(self._url.database) if self._url.drivername.startswith("sqlite") and self._url.database else None

    @classmethod
    def in_folder(cls, folder: Path) -> Database:
        """The database file of a data folder, which is made if it is missing, for this account's eyes only.

        Raises:
            StorageError: if it cannot be made.
        """
        path = folder.absolute() / FILE
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            path.chmod(0o600)
        except OSError as error:
            raise StorageError(explained(error, path)) from error
        return cls(URL.create("sqlite+aiosqlite", database=str(path)))

    async def open(self) -> None:
        """Connect, and bring the tables to this program's schema, after a backup if any has to change.

        Raises:
            StorageError: if the database cannot be opened, is damaged, or was written by a newer program.
        """
        try:
            self._engine = self._made()
            if self.file is not None:
                await self._look_and_back_up(self.file)
            async with self.writing() as connection:
                await connection.run_sync(self._migrate)
        except BaseException:
            await self.close()
            raise

    async def open_unchanged(self) -> None:
        """Be ready to look, without touching the tables."""
        self._engine = self._made()

    async def open_patiently(self) -> None:
        """Open, and wait for a server that cannot be reached yet; the log says so once.

        Raises:
            StorageError: if waiting cannot help.
        """
        while True:
            try:
                await self.open()
            except StorageError as error:
                if not (self.shared and error.passes):
                    raise
                await asyncio.sleep(_BETWEEN_TRIES)
            else:
                return

    def _made(self) -> AsyncEngine:
        if self.shared:
            return postgres.make_engine(self._url)
        engine = create_async_engine(self._url, hide_parameters=True)
        keep_the_rules(engine.sync_engine)
        return engine

    def _migrate(self, connection: Connection) -> None:
        try:
            migrations.migrate(connection, metadata)
        except migrations.NewerSchemaError as error:
            why = f"{self.place}：是更新的程序写的，这一版看不懂 → 用更新的程序，或换一个 BOT_DATA_DIR（BOT_DATABASE_URL）"
            raise StorageError(why) from error
        if self.shared:
            shared_metadata.create_all(connection)

    async def _look_and_back_up(self, file: Path) -> None:
        """Refuse a damaged file; keep a copy of one whose tables have to change."""
        wrong = await asyncio.to_thread(sound, file)
        if wrong is not None:
            raise StorageError(wrong)
        async with self.reading() as connection:
            version = await connection.run_sync(migrations.version_of)
        if 0 < version < migrations.VERSION:
            copy = file.with_name(f"{file.name}.before-{migrations.VERSION}-{int(time.time())}-{os.getpid()}")
            copy.touch(mode=0o600)
            await self._outside_transactions("VACUUM INTO :copy", copy=str(copy))

    async def close(self) -> None:
        """Disconnect. Harmless if it is not open."""
        if self._file_writer is not None:
            await self._file_writer.close()
            self._file_writer = None
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """For reading only; it never waits for a writer. A shared database is read statement by statement."""
        how = {"isolation_level": "AUTOCOMMIT"} if self.shared else {}
        with self._as_storage_error():
            async with self._open_engine().execution_options(**how).connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write, committed at the end, undone by an exception.

        On SQLite it holds the write lock from the start, so that what it reads is still true when it writes. On a shared
        database it does not: what must not happen twice is decided by one statement, or under ``alone``.
        """
        with self._as_storage_error():
            async with self._in_turn(), self._open_engine().execution_options(**{WRITES: True}).begin() as connection:
                yield connection

    async def write(self, work: Callable[[Connection], T]) -> T:
        """A transaction as ``writing``'s, of work that waits for nothing but the database.

        A file is written in one step of a thread: statement by statement costs several times as much.
        """
        if self.file is None:
            async with self.writing() as connection:
                return await connection.run_sync(work)
        with self._as_storage_error():
            async with self._in_turn():
                return await self._open_file_writer(self.file).write(work)

    def _open_file_writer(self, file: Path) -> FileWriter:
        self._open_engine()
        if self._file_writer is None:
            self._file_writer = FileWriter(file)
        return self._file_writer

    def _in_turn(self) -> AbstractAsyncContextManager[None]:
        """One writes at a time where only one can: SQLite itself has those who wait sleep, for longer and longer."""
        return nullcontext() if self.shared else self._writer

    async def alone(self, connection: AsyncConnection, what: str) -> None:
        """Wait until no other program does the same; until the end of the transaction none will begin."""
        if self.shared:
            await connection.execute(postgres.LOCK, {"name": what})

    async def heard(self, *channels: str) -> AsyncGenerator[postgres.Announcement]:
        """What other programs announce, from now on; ``CONNECTED`` first, and again after each time the server was away.

        Whoever hears that looks for what it has missed. Ends with whoever iterates; nothing is raised.
        """
        while True:
            with suppress(StorageError), self._as_storage_error():
                async with aclosing(postgres.listen(self._url, channels)) as announcements:
                    async for announced in announcements:
                        self._is_back()
                        yield announced
            await asyncio.sleep(_BETWEEN_TRIES)

    def private_connection(self) -> postgres.PrivateConnection:
        """A connection of one's own, for locks that end with it. Only on a shared database."""
        return postgres.PrivateConnection(self._url, self._as_storage_error)

    async def tidy(self) -> None:
        """Let go of what deleted rows have left behind on disk, and of leftovers that are too old."""
        if not self.shared:
            await self._checkpoint()
            self._drop_leftovers(time.time() - _LEFTOVERS_KEPT)

    async def leave_no_trace(self) -> None:
        """Write the file anew, so that nothing of deleted rows is in any of its pages; no copy of them stays either.

        ``secure_delete`` overwrites what is deleted, but not what moving a row within its page has left behind. Of a
        PostgreSQL only the tables are ours: its log and its backups keep what they keep, for as long as its keeper says.
        """
        if self.shared:
            await self._rewrite_tables()
            return
        await self._outside_transactions("VACUUM")
        await self._checkpoint()
        self._drop_leftovers(time.time())

    async def _rewrite_tables(self) -> None:
        """Write the tables anew; one that is busy for long is only swept, so that nobody waits for this."""
        with self._as_storage_error():
            engine = self._open_engine().execution_options(isolation_level="AUTOCOMMIT")
            async with engine.connect() as connection:
                await connection.execute(text(f"SET lock_timeout={_LOCK_MILLISECONDS}"))
                for table in _VACUUMED:
                    try:
                        await connection.execute(text(f"VACUUM (FULL) {table}"))
                    except OperationalError:
                        await connection.execute(text(f"VACUUM {table}"))
                await connection.execute(text("RESET lock_timeout"))

    async def _checkpoint(self) -> None:
        """Move the log into the file and empty it; a reader under way is waited for."""
        for _ in range(_CHECKPOINT_TRIES):
            busy, *_rest = await self._outside_transactions("PRAGMA wal_checkpoint(TRUNCATE)")
            if not busy:
                return
            await asyncio.sleep(_BETWEEN_CHECKPOINTS)
        raise StorageError(f"{self.file}：还有程序在读，删除的内容要等它读完才能清掉 → 关掉打开它的数据库工具", passes=True)

    async def at_once(self, statement: TextClause, values: Mapping[str, Any]) -> Any:
        """One statement, a transaction of its own; the first value of its first row, or None."""
        with self._as_storage_error():
            engine = self._open_engine().execution_options(isolation_level="AUTOCOMMIT")
            async with engine.connect() as connection:
                return (await connection.execute(statement, values)).scalar()

    async def _outside_transactions(self, statement: str, **values: str) -> tuple[Any, ...]:
        with self._as_storage_error():
            engine = self._open_engine().execution_options(isolation_level="AUTOCOMMIT")
            async with engine.connect() as connection:
                result = await connection.execute(text(statement), values)
                return tuple(result.one()) if result.returns_rows else ()

    def _drop_leftovers(self, before: float) -> None:
        for file in self.file.parent.glob(LEFTOVERS) if self.file is not None else ():
            with suppress(OSError):
                if file.stat().st_mtime <= before:
                    file.unlink()

    def _open_engine(self) -> AsyncEngine:
        if self._engine is None:
            raise RuntimeError("the database is not open")
        return self._engine

    @contextmanager
    def _as_storage_error(self) -> Iterator[None]:
        """Rooms further right know no driver's errors. That a server is away, and that it is back, is logged once."""
        try:
            yield
        except postgres.faults() as error:
            if not self.shared:
                passes = isinstance(error, OperationalError) and not is_damage(error)
                raise StorageError(explained(error, self.file), passes=passes) from error
            fault = postgres.fault_of(error)
            if fault.away:
                self._is_away(explained_at(error, self.place))
            raise StorageError(explained_at(error, self.place), passes=fault.passes, told=fault.away) from error
        else:
            self._is_back()

    def _is_away(self, why: str) -> None:
        if not self._outage.on:
            self._outage.on = True
            _log.warning("%s", why)

    def _is_back(self) -> None:
        if self._outage.on:
            self._outage.on = False
            _log.info("the database is back")
