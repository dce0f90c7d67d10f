"""Questions to be noted, one after another beside the turns: a visitor waits for no disk, and a flood fills none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.administration.fault_counter import FaultCounter
from bot.storage.database import StorageError

_log = logging.getLogger(__name__)
_MOST_WAITING = 100


class QuestionBox:
    """A short queue before the store of unanswered questions. What finds no room is counted and let go."""

    def __init__(self, note: Callable[[str], Awaitable[object]], faults: FaultCounter) -> None:
        self._note, self._faults = note, faults
        self._waiting: asyncio.Queue[str] = asyncio.Queue(_MOST_WAITING)

    def __len__(self) -> int:
        """How many wait."""
        return self._waiting.qsize()

    def put(self, text: str) -> None:
        """Take a question in."""
        try:
            self._waiting.put_nowait(text)
        except asyncio.QueueFull:
            self._faults.count("NotNoted")

    async def run(self) -> None:
        """Note what comes. Runs until cancelled; a store that fails costs one question."""
        while True:
            text = await self._waiting.get()
            try:
                await self._note(text)
            except Exception as error:  # noqa: BLE001 - the question was answered; noting it is not the asker's concern
                self._faults.count("NotNoted")
                if not (isinstance(error, StorageError) and error.told):
                    _log.error("a question could not be noted down", exc_info=error)
            finally:
                self._waiting.task_done()

    async def until_idle(self) -> None:
        """Wait until all is noted."""
        await self._waiting.join()
