"""What only PostgreSQL has: connections to a server, its faults, announcements, and locks that end with whoever holds them."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any, NamedTuple

from sqlalchemy import URL, Dialect, event, text
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.storage.storage_faults import server_trouble

LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
"""Waits for a lock that ends with the transaction."""

_LET_ALL_GO = text("SELECT pg_advisory_unlock_all()")

ANNOUNCE = text("SELECT pg_notify(:channel, :payload)")
"""Heard by everybody who listens, once the transaction is committed, and by nobody if it is not."""

CONNECTED = ""
"""The channel of an ``Announcement`` that says: listening from now on."""

_POOL = 6
_IDLE_SECONDS = 0.5
_CONNECT_SECONDS = 5
_GONE_SECONDS = (15, 5, 3)
"""A machine that vanished is noticed by the server after half a minute: idle, between tries, number of tries."""


class Announcement(NamedTuple):
    """What somebody announced."""

    channel: str
    payload: str


class Fault(NamedTuple):
    """``away``: the server cannot be reached; ``passes``: another try may succeed."""

    away: bool
    passes: bool


def place_of(url: URL) -> str:
    """Where a database is, without user and password."""
    host = url.host or next(iter(url.normalized_query.get("host", ())), "") or "localhost"
    port = url.port or next(iter(url.normalized_query.get("port", ())), "5432")
    return f"PostgreSQL {host}:{port}/{url.database or ''}"


def make_engine(url: URL, *, pooled: bool = True) -> AsyncEngine:
    """Connections to a server. One that has lain idle is tried before it is used, and replaced if it broke."""
    keep: dict[str, Any] = {"pool_size": _POOL, "max_overflow": 0} if pooled else {"poolclass": NullPool}
    engine = create_async_engine(
        url, hide_parameters=True, connect_args={"connect_timeout": _CONNECT_SECONDS, **_alive()}, **keep
    )
    if pooled:
        dialect = engine.sync_engine.dialect
        event.listen(engine.sync_engine, "checkout", lambda raw, record, _: _try_idle(dialect, raw, record))
        event.listen(engine.sync_engine, "checkin", lambda _, record: record.info.update(used=time.monotonic()))
    return engine


def _try_idle(dialect: Dialect, raw: Any, record: Any) -> None:
    if time.monotonic() - record.info.get("used", time.monotonic()) < _IDLE_SECONDS:
        return
    try:
        dialect.do_ping(raw)
    except dialect.loaded_dbapi.Error as error:
        raise DisconnectionError from error


def _alive() -> dict[str, object]:
    """Both ends notice within half a minute that the other machine has vanished; a session that dies lets go of its locks."""
    idle, interval, count = _GONE_SECONDS
    server = f"-c tcp_keepalives_idle={idle} -c tcp_keepalives_interval={interval} -c tcp_keepalives_count={count}"
    return {
        "keepalives_idle": idle, "keepalives_interval": interval, "keepalives_count": count,
        "options": server, "application_name": "frontline-benefits-bot",
    }  # fmt: skip


def faults() -> tuple[type[Exception], ...]:
    """What a database can raise; the server's driver, if it has been imported, also where SQLAlchemy is not between."""
    driver = sys.modules.get("psycopg")
    return (SQLAlchemyError, OverflowError, UnicodeEncodeError, *((driver.Error,) if driver is not None else ()))


def fault_of(error: BaseException) -> Fault:
    """What kind of trouble an error is."""
    if isinstance(error, PoolTimeoutError):
        return Fault(away=False, passes=True)
    trouble = server_trouble(error)
    operational = isinstance(error, (OperationalError, InterfaceError)) or _is_drivers(error)
    if not operational or (trouble is not None and not trouble.passes):
        return Fault(away=False, passes=False)
    broken = isinstance(error, DBAPIError) and error.connection_invalidated
    return Fault(away=broken or trouble is not None, passes=True)


def _is_drivers(error: BaseException) -> bool:
    driver = sys.modules.get("psycopg")
    return driver is not None and isinstance(error, (driver.OperationalError, driver.InterfaceError))


async def listen(url: URL, channels: Sequence[str]) -> AsyncGenerator[Announcement]:
    """Announcements, from when ``CONNECTED`` is heard until the connection breaks, which raises the driver's error."""
    engine = make_engine(url, pooled=False)
    connection, raw = await _connected(engine)
    try:
        await raw.set_autocommit(True)
        for channel in channels:
            await raw.execute(f"LISTEN {channel}".encode())
        yield Announcement(CONNECTED, "")
        async for notice in raw.notifies():
            yield Announcement(notice.channel, notice.payload)
    finally:
        await _closed(connection, raw)
        await engine.dispose()


async def _connected(engine: AsyncEngine) -> tuple[AsyncConnection, Any]:
    """A connection, and what the driver calls it."""
    connection = await engine.connect()
    return connection, (await connection.get_raw_connection()).driver_connection


async def _closed(connection: AsyncConnection, raw: Any) -> None:
    """End a connection for certain, whatever state it is in."""
    await raw.close()
    with suppress(DBAPIError, OSError):
        await connection.invalidate()
    with suppress(DBAPIError, OSError):
        await connection.close()


class PrivateConnection:
    """One connection that stays, without transactions; it is made anew when it broke. Its locks end when it ends.

    ``generation`` is another number after each break: whoever held a lock before holds it no longer.
    """

    def __init__(self, url: URL, guarded: Callable[[], AbstractContextManager[None]]) -> None:
        self._engine = make_engine(url, pooled=False).execution_options(isolation_level="AUTOCOMMIT")
        self._guarded = guarded
        self._connected: tuple[AsyncConnection, Any] | None = None
        self._turn = asyncio.Lock()
        self.generation = 0

    async def rows(self, statement: Any, values: Mapping[str, Any]) -> list[Any]:
        """Carry out a statement; its rows.

        Raises:
            StorageError: if the connection broke, or could not be made; then all its locks are gone.
        """
        async with self._turn:
            with self._guarded():
                try:
                    if self._connected is None:
                        self._connected = await _connected(self._engine)
                    result = await self._connected[0].execute(statement, values)
                    return list(result) if result.returns_rows else []
                except BaseException:
                    await self._drop()
                    raise

    async def close(self) -> None:
        """Let all locks go."""
        async with self._turn:
            if self._connected is not None:
                with suppress(DBAPIError):
                    await self._connected[0].execute(_LET_ALL_GO)
            await self._drop()
            await self._engine.dispose()

    async def _drop(self) -> None:
        """A statement cut short may have taken locks nobody knows of: the connection goes with them."""
        connected, self._connected = self._connected, None
        if connected is not None:
            self.generation += 1
            await _closed(*connected)
