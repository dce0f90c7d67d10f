"""The end of a turn: what is remembered and which message is answered, in one transaction.

Turns that end while a transaction is under way share the next one, so that a busy bot pays for few commits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from bot.storage import inbox, sessions, undelivered
from bot.storage.database import Database
from bot.storage.inbox import InboxEntry
from bot.storage.sessions import Kept, Key
from bot.storage.undelivered import Undelivered

T = TypeVar("T")

_NUMBERS_KEPT = timedelta(days=3)
"""Telegram offers a message again for one day."""


class Ended(NamedTuple):
    """A turn that ended: the message it answered, what is to be remembered (None: nothing changes), what did not arrive."""

    number: int
    kept: Kept | None = None
    undelivered: Undelivered | None = None


class TurnStore:
    """Messages received and sessions, for one channel."""

    def __init__(self, database: Database, bot: int = 0) -> None:
        """``bot`` tells whose they are: two bots may share a data folder."""
        self._database = database
        self._bot = bot
        self._ended: list[tuple[Ended, asyncio.Future[None]]] = []
        self._commit: asyncio.Task[None] | None = None

    async def receive(self, entries: Sequence[InboxEntry], on: date) -> list[InboxEntry]:
        """Store messages durably. Those that were new, in order."""
        return await self._write(lambda connection: inbox.keep(connection, self._bot, entries, on))

    async def waiting(self) -> list[InboxEntry]:
        """Messages an earlier run has left without an answer, oldest first."""
        def adopt_and_look(connection: Connection) -> list[InboxEntry]:
            if self._bot:
                inbox.adopt(connection, self._bot)
                sessions.adopt(connection, self._bot)
            return inbox.waiting(connection, self._bot)

        return await self._write(adopt_and_look)

    async def load(self, key: Key) -> str | None:
        """What is remembered of a person in a chat, or None."""
        async with self._database.reading() as connection:
            return await connection.run_sync(sessions.load, self._bot, key)

    async def chats_of(self, user: int) -> list[int]:
        """Chats in which something is remembered of a person."""
        async with self._database.reading() as connection:
            return await connection.run_sync(sessions.chats_of, self._bot, user)

    async def forget(self, user: int) -> int:
        """Delete all that is remembered of a person. In how many chats it was."""
        return await self._write(lambda connection: sessions.forget(connection, self._bot, user))

    async def leave_no_trace(self) -> None:
        """See to it that nothing of what was deleted is left on disk."""
        await self._database.leave_no_trace()

    async def move_chat(self, old: int, new: int) -> None:
        """A group has got a new id."""
        await self._write(lambda connection: sessions.move_chat(connection, self._bot, old, new))

    async def purge(self, today: date, sessions_kept: timedelta) -> None:
        """Delete what is past its time."""
        await self._write(lambda connection: sessions.purge(connection, today - sessions_kept))
        await self._write(lambda connection: inbox.purge(connection, today - _NUMBERS_KEPT))
        await self._write(lambda connection: undelivered.purge(connection, today))
        await self._database.tidy()

    async def end(self, ended: Ended) -> None:
        """Commit the end of a turn. Returns when it is on disk.

        Raises:
            StorageError: if it could not be; then nothing of it is.
        """
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._ended.append((ended, future))
        if self._commit is None:
            self._commit = asyncio.create_task(self._commit_all())
        await future

    async def _commit_all(self) -> None:
        try:
            while self._ended:
                batch, self._ended = self._ended, []
                await self._commit_batch(batch)
        finally:
            self._commit = None

    async def _commit_batch(self, batch: list[tuple[Ended, asyncio.Future[None]]]) -> None:
        """One transaction for all; if it fails, each on its own, so that nobody suffers for another."""
        try:
            await self._write(lambda connection: _end_all(connection, self._bot, [ended for ended, _ in batch]))
        except Exception as error:  # noqa: BLE001 - handed to those who wait
            if len(batch) > 1:
                for one in batch:
                    await self._commit_batch([one])
            else:
                _settle(batch[0][1], error)
            return
        for _, future in batch:
            _settle(future, None)

    async def _write(self, work: Callable[[Connection], T]) -> T:
        async with self._database.writing() as connection:
            return await connection.run_sync(work)


def _end_all(connection: Connection, bot: int, batch: Sequence[Ended]) -> None:
    inbox.done(connection, bot, [ended.number for ended in batch])
    sessions.save(connection, bot, [ended.kept for ended in batch if ended.kept is not None])
    undelivered.keep(connection, bot, [ended.undelivered for ended in batch if ended.undelivered is not None])


def _settle(future: asyncio.Future[None], error: Exception | None) -> None:
    """Tell whoever waits, unless they were cancelled meanwhile."""
    if future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
