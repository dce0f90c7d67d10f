"""How many replies may be under way at once. What Telegram has taken and the database does not know of yet comes again when the
program is killed: so no more of them than it takes to send as fast as Telegram allows.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from contextlib import AbstractContextManager
from types import TracebackType

_PER_SECOND = 30
"""What Telegram takes from a bot, whatever the server of a test allows."""

_USUAL = 4
"""Enough for 30 a second at an eighth of a second each, and to keep a processor busy where there is no such limit."""

_STEP = 32
_REMEMBERED = 256
_MOST = 16
_SLOW_SECONDS = 2.0


class SendWindow:
    """Room for replies, from when they are sent until they are written down. For one at first: what kills a program may well kill
    it again, and nobody is to be told the same each time. With every so many that are written down there is room for one more,
    up to what Telegram takes in the time that the swiftest of late took. One that is slow holds up no other, up to a bound.
    """

    def __init__(self, most: int = _MOST, slow: float = _SLOW_SECONDS) -> None:
        """``most`` bounds the requests under way; after ``slow`` seconds nobody waits for a reply any more."""
        self.requests = asyncio.Semaphore(most)
        self.slow = slow
        self._most = most
        self._written = 0
        self._size = 1
        self._room = asyncio.Semaphore(self._size)
        self._lately: deque[float] = deque(maxlen=_REMEMBERED)

    def slot(self) -> Slot:
        """For one reply; nothing is taken yet."""
        return Slot(self)

    @property
    def size(self) -> int:
        """How many there is room for."""
        return self._size

    async def take(self) -> None:
        """Wait for room."""
        await self._room.acquire()

    def give_back(self) -> None:
        """Let the next one in; more, or not this one, if there is to be other room than before."""
        self._size -= 1
        while self._size < self._wanted():
            self._size += 1
            self._room.release()

    def took(self, seconds: float) -> None:
        """A reply is written down, so long after it was sent."""
        self._written += 1
        self._lately.append(seconds)

    def _wanted(self) -> int:
        useful = max(_USUAL, math.ceil(_PER_SECOND * min(self._lately, default=0.0)))
        return min(1 + self._written // _STEP, useful, self._most)


class Slot(AbstractContextManager["Slot"]):
    """One reply's room. Taken for each of its requests; what the last one took is kept until the context ends."""

    def __init__(self, window: SendWindow) -> None:
        self._window = window
        self._since: float | None = None
        self._slow: asyncio.TimerHandle | None = None

    async def take(self) -> None:
        """Wait for room, unless it is there."""
        if self._since is None:
            await self._window.take()
            loop = asyncio.get_running_loop()
            self._since, self._slow = loop.time(), loop.call_later(self._window.slow, self._lend)

    def leave(self) -> None:
        """The request came to nothing, or another has to wait: until then the room is somebody else's."""
        if self._slow is not None:
            self._slow.cancel()
            self._lend()
        self._since = None

    def _lend(self) -> None:
        self._slow = None
        self._window.give_back()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None and self._since is not None:
            self._window.took(asyncio.get_running_loop().time() - self._since)
        self.leave()
