"""The end of a turn: what is remembered and which message is answered, in one transaction.

Turns that end while a transaction is under way share the next one, so that a busy bot pays for few commits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from bot.storage import inbox, postgres, sessions, undelivered
from bot.storage.database import Database
from bot.storage.inbox import InboxEntry
from bot.storage.sessions import Kept, Key
from bot.storage.undelivered import Undelivered

INBOX, FORGOTTEN = "bot_inbox", "bot_forgotten"
"""What programs on one database tell each other: messages have come (of which bot), somebody wants to be forgotten (``bot:user``)."""

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
        self._ended: list[tuple[Ended, asyncio.Future[bool]]] = []
        self._commit: asyncio.Task[None] | None = None

    async def receive(self, entries: Sequence[InboxEntry], on: date) -> list[InboxEntry]:
        """Store messages durably, and tell those who share the database. Those that were new, in order."""

        def keep(connection: Connection) -> list[InboxEntry]:
            new = inbox.keep(connection, self._bot, entries, on)
            if new and self._database.shared:
                connection.execute(postgres.ANNOUNCE, {"channel": INBOX, "payload": str(self._bot)})
            return new

        return await self._database.write(keep)

    @property
    def shared(self) -> bool:
        """Whether other programs may answer the same messages, and remember the same people."""
        return self._database.shared

    @property
    def database(self) -> Database:
        """Where all this is kept."""
        return self._database

    @property
    def bot(self) -> int:
        """Whose messages they are."""
        return self._bot

    async def waiting(self) -> list[InboxEntry]:
        """Messages an earlier run has left without an answer, oldest first."""
        def adopt_and_look(connection: Connection) -> list[InboxEntry]:
            if self._bot:
                inbox.adopt(connection, self._bot)
                sessions.adopt(connection, self._bot)
            return inbox.waiting(connection, self._bot)

        return await self._database.write(adopt_and_look)

    async def load(self, key: Key) -> str | None:
        """What is remembered of a person in a chat, or None."""
        async with self._database.reading() as connection:
            return await connection.run_sync(sessions.load, self._bot, key)

    async def chats_of(self, user: int) -> list[int]:
        """Chats in which something is remembered of a person."""
        async with self._database.reading() as connection:
            return await connection.run_sync(sessions.chats_of, self._bot, user)

    async def forget(self, user: int) -> int:
        """Delete all that is remembered of a person, and tell those who share the database. In how many chats it was."""
        async with self._database.writing() as connection:
            chats = await connection.run_sync(sessions.forget, self._bot, user)
            if self._database.shared:
                await connection.execute(postgres.ANNOUNCE, {"channel": FORGOTTEN, "payload": f"{self._bot}:{user}"})
        return chats

    async def leave_no_trace(self) -> None:
        """See to it that nothing of what was deleted is left on disk."""
        await self._database.leave_no_trace()

    async def move_chat(self, old: int, new: int) -> None:
        """A group has got a new id."""
        await self._database.write(lambda connection: sessions.move_chat(connection, self._bot, old, new))

    async def purge(self, today: date, sessions_kept: timedelta) -> None:
        """Delete what is past its time."""
        await self._purge(lambda connection: sessions.purge(connection, today - sessions_kept))
        await self._purge(lambda connection: inbox.purge(connection, today - _NUMBERS_KEPT))
        await self._purge(lambda connection: undelivered.purge(connection, today))
        await self._database.tidy()

    async def _purge(self, work: Callable[[Connection], int]) -> None:
        async with self._database.writing() as connection:
            await self._database.alone(connection, "frontline-benefits-bot purge")
            await connection.run_sync(work)

    async def end(self, ended: Ended) -> bool:
        """Commit the end of a turn. Returns when it is on disk; False if another program has answered the message before:
        then nothing of this turn is remembered.

        Raises:
            StorageError: if it could not be; then nothing of it is.
        """
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._ended.append((ended, future))
        if self._commit is None:
            self._commit = asyncio.create_task(self._commit_all())
        return await future

    async def _commit_all(self) -> None:
        try:
            while self._ended:
                batch, self._ended = self._ended, []
                await self._commit_batch(batch)
        finally:
            self._commit = None

    async def _commit_batch(self, batch: list[tuple[Ended, asyncio.Future[bool]]]) -> None:
        """One transaction for all; if it fails, each on its own, so that nobody suffers for another."""
        try:
            too_late = await self._database.write(lambda connection: self._end_all(connection, [ended for ended, _ in batch]))
        except Exception as error:  # noqa: BLE001 - handed to those who wait
            if len(batch) > 1:
                for one in batch:
                    await self._commit_batch([one])
            else:
                _settle(batch[0][1], error)
            return
        for ended, future in batch:
            _settle(future, ended.number not in too_late)

    def _end_all(self, connection: Connection, batch: Sequence[Ended]) -> frozenset[int]:
        """Store what has ended. The numbers of messages that another program has answered before."""
        numbers = [ended.number for ended in batch]
        too_late = inbox.answered(connection, self._bot, numbers) if self._database.shared else frozenset()
        counted = [ended for ended in batch if ended.number not in too_late]
        inbox.done(connection, self._bot, numbers)
        sessions.save(connection, self._bot, [ended.kept for ended in counted if ended.kept is not None])
        undelivered.keep(connection, self._bot, [ended.undelivered for ended in counted if ended.undelivered is not None])
        return too_late


def _settle(future: asyncio.Future[bool], result: bool | Exception) -> None:
    """Tell whoever waits, unless they were cancelled meanwhile."""
    if future.done():
        return
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
