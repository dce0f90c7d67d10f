"""Updates from an inbox that several programs share: taken lane by lane, answered, let go."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from bot.channels.telegram.update_intake import UpdateIntake
from bot.storage.database import StorageError
from bot.storage.inbox import InboxEntry
from bot.storage.lanes import Lanes
from bot.storage.postgres import CONNECTED
from bot.storage.turns import FORGOTTEN, INBOX

_log = logging.getLogger(__name__)
_MOST_LANES = 64
"""At once: the others are left to the other programs."""

_LOOK_SECONDS = 5.0
"""What nobody announced is found after that long: the messages of a program that has died."""

_AWAY_SECONDS = 1.0


class SharedIntake:
    """Sees to it that what waits in the inbox is answered, by this program or another."""

    def __init__(self, intake: UpdateIntake, lanes: Lanes) -> None:
        self._intake, self._lanes = intake, lanes
        self._done: set[int] = set()
        self._wake = asyncio.Event()
        intake.watch(self._wake.set, self._emptied)

    async def run(self) -> None:
        """Take, answer, let go. Runs until cancelled."""
        while True:
            self._wake.clear()
            try:
                await self._intake.distribute(await self._exchanged())
            except StorageError as error:
                if not error.told:
                    _log.error("waiting messages could not be taken: %s", error)
                await asyncio.sleep(_AWAY_SECONDS)
                continue
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_SECONDS):  # wait_for would swallow a cancellation that comes with the wake-up
                    await self._wake.wait()

    async def listen(self) -> None:
        """Hear of messages and of people to be forgotten. Runs until cancelled."""
        store = self._intake.store
        async for channel, payload in store.database.heard(INBOX, FORGOTTEN):
            if channel == CONNECTED or (channel == INBOX and payload == str(store.bot)):
                self._wake.set()
            elif channel == FORGOTTEN and payload.startswith(f"{store.bot}:"):
                await self._intake.forget_elsewhere(int(payload.partition(":")[2]))

    async def _exchanged(self) -> list[InboxEntry]:
        """Let go of the lanes that are done, then take others."""
        done, self._done = self._done, set()
        await self._lanes.let_go(done)
        room = _MOST_LANES - len(self._lanes)
        return await self._lanes.take(room) if room > 0 else []

    def _emptied(self, lane: int) -> None:
        self._done.add(lane)
        self._wake.set()
