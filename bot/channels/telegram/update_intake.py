"""The running channel: where updates come from, who handles them, and how it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from bot.channels.shared_buckets import SharedBuckets
from bot.channels.telegram.albums import Albums
from bot.channels.telegram.dependencies import Dependencies
from bot.channels.telegram.person_queues import Pace, PersonQueues
from bot.channels.telegram.stored_update import StoredUpdate
from bot.channels.telegram.update_handler import UpdateHandler
from bot.storage.database import StorageError
from bot.storage.inbox import InboxEntry
from bot.storage.lanes import Lanes
from bot.storage.shared_limits import SharedLimits
from bot.storage.turns import TurnStore

_log = logging.getLogger(__name__)
_TIDY_SECONDS = 3_600.0


class UpdateIntake:
    """Takes entries in, and sees to it that each is handled."""

    def __init__(self, deps: Dependencies, pace: Pace) -> None:
        self._deps = deps
        self._handler = UpdateHandler(deps)
        self._albums = Albums()
        self._come: Callable[[], None] = lambda: None
        self._emptied: Callable[[int], None] = lambda _: None
        admit = None if deps.limits is None else _pace_among_all(deps.limits, pace)
        self._queues: PersonQueues[StoredUpdate] = PersonQueues(
            self._handler, pace, emptied=lambda person: self._emptied(person), admit=admit
        )

    @property
    def store(self) -> TurnStore:
        """Where messages are kept."""
        return self._deps.store

    @property
    def lanes(self) -> Lanes | None:
        """Whose messages this program answers, where others answer too."""
        return self._deps.lanes

    def watch(self, come: Callable[[], None], emptied: Callable[[int], None]) -> None:
        """Leave it to others to say whose messages are to be answered here: they are told of new ones, and of who is done."""
        self._come, self._emptied = come, emptied

    async def forget_elsewhere(self, user: int) -> None:
        """Another program was asked to forget a person."""
        await self._handler.forget_elsewhere(user)

    async def resume(self) -> int:
        """Take up what an earlier run has left. How many messages it is."""
        if self._deps.lanes is not None:
            return 0
        left = await self._deps.store.waiting()
        await self.distribute(left)
        return len(left)

    async def take(self, entries: Sequence[InboxEntry]) -> None:
        """Store entries; once this returns they cannot be lost. Waits while too many wait.

        Raises:
            StorageError: if they could not be stored.
        """
        await self._queues.until_room()
        new = await self._deps.store.receive(entries, self._deps.today())
        if self._deps.lanes is None:
            await self.distribute(new)
        else:
            self._come()

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
                if self._deps.limits is not None:
                    await self._deps.limits.tidy()
            except StorageError as error:
                self._deps.faults.count("Storage")
                if not error.told:
                    _log.error("old data could not be deleted", exc_info=error)
            await asyncio.sleep(_TIDY_SECONDS)

    async def distribute(self, entries: Sequence[InboxEntry]) -> None:
        """Put stored messages into their people's queues."""
        opened = [(entry, self._handler.open(entry)) for entry in entries]
        surplus = self._albums.surplus(stored for _, stored in opened if stored is not None)
        queued = set[int]()
        for entry, stored in opened:
            if stored is None or stored.number in surplus:
                await self._handler.discard(entry.number)
            else:
                queued.add(entry.lane)
                self._queues.put(self._handler.person(stored), stored)
        for lane in {entry.lane for entry in entries} - queued:
            self._emptied(lane)


def _pace_among_all(limits: SharedLimits, pace: Pace) -> Callable[[int], Awaitable[float]]:
    """How fast one person is served by all programs together. Each message is asked for: a person passes from program to program."""
    buckets = SharedBuckets(limits, pace.burst, 1.0 / pace.interval, handful=1)

    async def admit(person: int) -> float:
        return await buckets.wait(f"pace {person}")

    return admit
