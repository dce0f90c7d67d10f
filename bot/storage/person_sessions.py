"""What is remembered of people known by a keyed hash only, as text their channel understands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from sqlalchemy import Column, Connection, Date, String, Table, Text, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database, metadata

person_sessions = Table(
    "person_sessions",
    metadata,
    Column("person", String(64), primary_key=True),
    Column("state", Text, nullable=False),
    Column("used_on", Date, nullable=False, index=True),
)


class PersonStore:
    """Sessions of one channel, each written in one transaction. Writers queue here: SQLite's own queue is unfair and gives up."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()

    async def load(self, person: str) -> str | None:
        """What is remembered of a person, or None."""
        async with self._database.reading() as connection:
            query = select(person_sessions.c.state).where(person_sessions.c.person == person)
            state: str | None = (await connection.execute(query)).scalar_one_or_none()
            return state

    async def save(self, person: str, state: str, on: date) -> None:
        """Remember a state in place of the one before. Returns when it is on disk."""
        async with self._writing() as connection:
            await connection.run_sync(_save, person, state, on)

    async def forget(self, person: str) -> None:
        """Delete all that is remembered of a person, on disk too."""
        async with self._writing() as connection:
            await connection.execute(delete(person_sessions).where(person_sessions.c.person == person))
        await self._database.tidy()

    async def purge(self, before: date) -> None:
        """Delete what has not been used since before a day."""
        async with self._writing() as connection:
            await connection.execute(delete(person_sessions).where(person_sessions.c.used_on < before))
        await self._database.tidy()

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        async with self._turn, self._database.writing() as connection:
            yield connection


def _save(connection: Connection, person: str, state: str, on: date) -> None:
    connection.execute(delete(person_sessions).where(person_sessions.c.person == person))
    connection.execute(insert(person_sessions), {"person": person, "state": state, "used_on": on})
