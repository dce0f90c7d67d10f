"""The running channel: where updates come from, who handles them, and how it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.channels.telegram.albums import Albums
from bot.channels.telegram.dependencies import Dependencies
from bot.channels.telegram.person_queues import Pace, PersonQueues
from bot.channels.telegram.stored_update import StoredUpdate
from bot.channels.telegram.update_handler import UpdateHandler
from bot.storage.database import StorageError
from bot.storage.inbox import InboxEntry

_log = logging.getLogger(__name__)
_TIDY_SECONDS = 3_600.0


class UpdateIntake:
    """Takes entries in, and sees to it that each is handled."""

    def __init__(self, deps: Dependencies, pace: Pace) -> None:
        self._deps = deps
        self._handler = UpdateHandler(deps)
        self._albums = Albums()
        self._queues: PersonQueues[StoredUpdate] = PersonQueues(self._handler, pace)

    async def resume(self) -> int:
        """Take up what an earlier run has left. How many messages it is."""
        left = await self._deps.store.waiting()
        await self._distribute(left)
        return len(left)

    async def take(self, entries: Sequence[InboxEntry]) -> None:
        """Store entries; once this returns they cannot be lost. Waits while too many wait.

        Raises:
            StorageError: if they could not be stored.
        """
        await self._queues.until_room()
        new = await self._deps.store.receive(entries, self._deps.today())
        await self._distribute(new)

    async def until_idle(self) -> None:
        """Wait until all that was taken is handled."""
        await self._queues.until_idle()

    async def close(self, seconds: float) -> None:
        """Finish what is in hand; what waits is in the inbox."""
        await self._queues.close(seconds)

    async def keep_tidy(self) -> None:
        """Delete what is past its time, at the start and every hour. Runs until cancelled."""
        while True:
            definitions = self._deps.snapshot().definitions.values()
            kept = timedelta(days=max((fact.keep_days for fact in definitions), default=1))
            try:
                await self._deps.store.purge(self._deps.today(), kept)
            except StorageError as error:
                self._deps.faults.count("Storage")
                _log.error("old data could not be deleted", exc_info=error)
            await asyncio.sleep(_TIDY_SECONDS)

    async def _distribute(self, entries: Sequence[InboxEntry]) -> None:
        opened = [(entry, self._handler.open(entry)) for entry in entries]
        surplus = self._albums.surplus(stored for _, stored in opened if stored is not None)
        for entry, stored in opened:
            if stored is None or stored.number in surplus:
                await self._handler.discard(entry.number)
            else:
                self._queues.put(self._handler.person(stored), stored)
