"""The running channel: where updates come from, who handles them, and how it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.channels.telegram.lanes import Lanes, Pace
from bot.channels.telegram.mail import Mail
from bot.channels.telegram.parts import Parts
from bot.channels.telegram.worker import Worker
from bot.storage.database import StorageError
from bot.storage.inbox import Letter

_log = logging.getLogger(__name__)
_TIDY_SECONDS = 3_600.0


class Service:
    """Takes letters in, and sees to it that each is handled."""

    def __init__(self, parts: Parts, pace: Pace) -> None:
        self._parts = parts
        self._worker = Worker(parts)
        self._lanes: Lanes[Mail] = Lanes(self._worker, pace)

    async def resume(self) -> int:
        """Take up what an earlier run has left. How many messages it is."""
        left = await self._parts.store.waiting()
        await self._distribute(left)
        return len(left)

    async def take(self, letters: Sequence[Letter]) -> None:
        """Store letters; once this returns they cannot be lost. Waits while too many wait.

        Raises:
            StorageError: if they could not be stored.
        """
        await self._lanes.until_room()
        new = await self._parts.store.receive(letters, self._parts.today())
        await self._distribute(new)

    async def until_idle(self) -> None:
        """Wait until all that was taken is handled."""
        await self._lanes.until_idle()

    async def close(self, seconds: float) -> None:
        """Finish what is in hand; what waits is in the inbox."""
        await self._lanes.close(seconds)

    async def keep_tidy(self) -> None:
        """Delete what is past its time, at the start and every hour. Runs until cancelled."""
        while True:
            definitions = self._parts.snapshot().definitions.values()
            kept = timedelta(days=max((fact.keep_days for fact in definitions), default=1))
            try:
                await self._parts.store.purge(self._parts.today(), kept)
            except StorageError as error:
                self._parts.faults.count("Storage")
                _log.error("old data could not be deleted", exc_info=error)
            await asyncio.sleep(_TIDY_SECONDS)

    async def _distribute(self, letters: Sequence[Letter]) -> None:
        for letter in letters:
            mail = self._worker.open(letter)
            if mail is None:
                await self._worker.discard(letter.number)
            else:
                self._lanes.put(self._worker.person(mail), mail)
