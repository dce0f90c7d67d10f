"""What is remembered of people known by a keyed hash only, as text their channel understands."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from sqlalchemy import BigInteger, Column, Date, String, Table, Text, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database, metadata, shared_metadata
from bot.storage.postgres import ANNOUNCE
from bot.storage.upsert import put

FORGOTTEN_PERSON = "bot_forgotten_person"
"""Where programs on one database tell each other who wants to be forgotten."""

_REMEMBERED_SECONDS = 60.0

person_sessions = Table(
    "person_sessions",
    metadata,
    Column("person", String(64), primary_key=True),
    Column("state", Text, nullable=False),
    Column("used_on", Date, nullable=False, index=True),
)

forgotten = Table(
    "person_forgotten",
    shared_metadata,
    Column("person", String(64), primary_key=True),
    Column("at", BigInteger, nullable=False),
    prefixes=["UNLOGGED"],
)
"""Who asked to be forgotten within the last minute: what they sent before, and comes again after, is not remembered."""


class PersonTurn:
    """One person's turn: what is remembered, and what will be."""

    def __init__(self, store: PersonStore, person: str, connection: AsyncConnection | None) -> None:
        self._store, self._person, self._connection = store, person, connection

    async def load(self) -> str | None:
        """What is remembered of the person, or None."""
        async with self._reading() as connection:
            query = select(person_sessions.c.state).where(person_sessions.c.person == self._person)
            state: str | None = (await connection.execute(query)).scalar_one_or_none()
            return state

    async def save(self, state: str, on: date) -> None:
        """Remember a state in place of the one before."""
        async with self._writing() as connection:
            await connection.run_sync(put, person_sessions, [{"person": self._person, "state": state, "used_on": on}])

    async def forget(self, at: int) -> None:
        """Delete all that is remembered of the person. That it was asked for, in that second, is known for a short while."""
        async with self._writing() as connection:
            await connection.execute(delete(person_sessions).where(person_sessions.c.person == self._person))
            if self._store.shared:
                await connection.run_sync(put, forgotten, [{"person": self._person, "at": at}])
                await connection.execute(ANNOUNCE, {"channel": FORGOTTEN_PERSON, "payload": self._person})

    async def forgotten_at(self) -> int:
        """In which second another program was last asked to forget the person, as far as that is still known; 0 if not."""
        if self._connection is None:
            return 0
        query = select(forgotten.c.at).where(forgotten.c.person == self._person)
        return int((await self._connection.execute(query)).scalar_one_or_none() or 0)

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        if self._connection is not None:
            yield self._connection
            return
        async with self._store.reading() as connection:
            yield connection

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        if self._connection is not None:
            yield self._connection
            return
        async with self._store.writing() as connection:
            yield connection


class PersonStore:
    """Sessions of one channel, each written in one transaction. Writers queue at the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def shared(self) -> bool:
        """Whether other programs may talk to the same people."""
        return self._database.shared

    @asynccontextmanager
    async def turn(self, person: str) -> AsyncIterator[PersonTurn]:
        """One person's turn; where others share the database, nobody else's turn with that person meanwhile, and all of it
        is kept or nothing. In one program, whoever calls sees to the order.
        """
        if not self.shared:
            yield PersonTurn(self, person, None)
            return
        async with self._database.writing() as connection:
            await self._database.alone(connection, f"person {person}")
            yield PersonTurn(self, person, connection)

    async def load(self, person: str) -> str | None:
        """What is remembered of a person, or None."""
        async with self.turn(person) as turn:
            return await turn.load()

    async def save(self, person: str, state: str, on: date) -> None:
        """Remember a state in place of the one before. Returns when it is on disk."""
        async with self.turn(person) as turn:
            await turn.save(state, on)

    async def forget(self, person: str, at: int = 0) -> None:
        """Delete all that is remembered of a person, on disk too."""
        async with self.turn(person) as turn:
            await turn.forget(at)
        await self.tidy()

    async def tidy(self) -> None:
        """See to it that nothing of what was deleted is left on disk."""
        await self._database.tidy()

    async def purge(self, before: date) -> None:
        """Delete what has not been used since before a day."""
        async with self.writing() as connection:
            await self._database.alone(connection, "frontline-benefits-bot purge")
            await connection.execute(delete(person_sessions).where(person_sessions.c.used_on < before))
            if self.shared:
                await connection.execute(delete(forgotten).where(forgotten.c.at < time.time() - _REMEMBERED_SECONDS))
        await self._database.tidy()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that reads."""
        async with self._database.reading() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes, in its turn."""
        async with self._database.writing() as connection:
            yield connection
