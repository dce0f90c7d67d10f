"""Where the programs on one database agree upon a version of the knowledge: its files, and which one is live."""

from __future__ import annotations

import time

from sqlalchemy import Column, Connection, Float, Integer, LargeBinary, String, Table, Text, select, update

from bot.reloading.shared_version import Agreed, Parcel
from bot.storage.database import Database, shared_metadata
from bot.storage.postgres import ANNOUNCE
from bot.storage.upsert import put

KNOWLEDGE = "bot_knowledge"
"""Where it is announced that another version is live (its digest)."""

_LOCK = "frontline-benefits-bot knowledge"
_ROW = 1

versions = Table(
    "knowledge_versions",
    shared_metadata,
    Column("digest", String(64), primary_key=True),
    Column("source", String(64), nullable=False, index=True),
    Column("files", LargeBinary),
    Column("taught", Text, nullable=False),
    Column("at", Float, nullable=False),
)
"""``files`` of versions nobody can return to are emptied; that they were there stays known."""

agreement = Table(
    "knowledge_live",
    shared_metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("previous", String(64)),
    Column("candidate", String(64)),
    Column("who", String(64), nullable=False),
)


class KnowledgeExchange:
    """One row says what is live; whoever changes it says what it took to be live."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def agreed(self) -> Agreed | None:
        """What is live for all."""
        async with self._database.reading() as connection:
            return await connection.run_sync(_agreed)

    async def knows(self, source: str) -> bool:
        """Whether files like these were here before."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(versions.c.digest).where(versions.c.source == source).limit(1))
            return found.first() is not None

    async def fetch(self, digest: str) -> Parcel | None:
        """A version with its files."""
        columns = (versions.c.digest, versions.c.source, versions.c.files, versions.c.taught)
        async with self._database.reading() as connection:
            row = (await connection.execute(select(*columns).where(versions.c.digest == digest))).one_or_none()
        return None if row is None or row.files is None else Parcel(row.digest, row.source, bytes(row.files), row.taught)

    async def offer(self, parcel: Parcel) -> None:
        """Keep a version, to be confirmed by whoever is asked."""
        row = {"digest": parcel.digest, "source": parcel.source, "files": parcel.files, "taught": parcel.taught, "at": time.time()}
        async with self._database.writing() as connection:
            await self._database.alone(connection, _LOCK)
            await connection.run_sync(put, versions, [row])
            await connection.execute(update(agreement).values(candidate=parcel.digest))
            await connection.run_sync(_empty_what_is_past)

    async def withdraw(self) -> None:
        """Forget the version that waits."""
        async with self._database.writing() as connection:
            await self._database.alone(connection, _LOCK)
            await connection.execute(update(agreement).values(candidate=None))
            await connection.run_sync(_empty_what_is_past)

    async def publish(self, digest: str, who: str, before: str | None) -> bool:
        """Make a version live for all, and tell them."""
        async with self._database.writing() as connection:
            await self._database.alone(connection, _LOCK)
            agreed = await connection.run_sync(_agreed)
            live = agreed.digest if agreed is not None else None
            if live == digest:
                return True
            if live != before:
                return False
            row = {"row": _ROW, "digest": digest, "previous": live, "candidate": None, "who": who[:64]}
            await connection.run_sync(_agree, row)
            await connection.execute(ANNOUNCE, {"channel": KNOWLEDGE, "payload": digest})
        return True


def _agreed(connection: Connection) -> Agreed | None:
    columns = (agreement.c.digest, agreement.c.who, agreement.c.previous, agreement.c.candidate)
    row = connection.execute(select(*columns)).one_or_none()
    return None if row is None else Agreed(*row)


def _agree(connection: Connection, row: dict[str, object]) -> None:
    put(connection, agreement, [row])
    _empty_what_is_past(connection)


def _empty_what_is_past(connection: Connection) -> None:
    """Keep the files of what is live, was before, or waits; before anything is live, of everything offered."""
    agreed = _agreed(connection)
    if agreed is not None:
        kept = [digest for digest in (agreed.digest, agreed.previous, agreed.candidate) if digest is not None]
        connection.execute(update(versions).where(versions.c.digest.not_in(kept)).values(files=None))
