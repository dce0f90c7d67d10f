"""Everybody in a queue of their own: in order for one person, side by side for all, and nobody takes another's place."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast one person is served: so many at once, then one every ``interval`` seconds, and so many may wait."""

    burst: int = 20
    interval: float = 1.0
    waiting: int = 30


class Server(Protocol[T_contra]):
    """What a queue does with what is in it. None of these may raise."""

    async def serve(self, item: T_contra) -> None:
        """Handle one item."""

    async def slow_down(self, item: T_contra) -> None:
        """Tell whoever sent the item that they are too fast. Once in a rush."""

    async def turn_away(self, item: T_contra, *, first: bool) -> None:
        """Put away an item there is no room for; ``first`` of a rush says so."""


@dataclass(slots=True)
class _PersonQueue(Generic[T]):
    items: deque[T] = field(default_factory=deque)
    surplus: deque[T] = field(default_factory=deque)
    allowance: float = 0.0
    since: float = 0.0
    warned: bool = False
    turned_away: bool = False


class PersonQueues(Generic[T]):
    """The queues of all who are being served, and of those who lately were too fast."""

    def __init__(
        self,
        server: Server[T],
        pace: Pace,
        *,
        room: int = 5_000,
        emptied: Callable[[int], None] | None = None,
        admit: Callable[[int], Awaitable[float]] | None = None,
    ) -> None:
        """``room`` is how many items may wait in all before ``until_room`` makes their source wait.

        ``emptied`` is told whose queue is done. ``admit`` decides on a person's pace where several programs serve them: 0, or
        the seconds to wait.
        """
        self._server = server
        self._pace = pace
        self._room = room
        self._emptied = emptied
        self._admit = admit
        self._queues: dict[int, _PersonQueue[T]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._waiting = 0
        self._closing = asyncio.Event()
        self._changed = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many items are in the queues and not in hand."""
        return self._waiting

    def put(self, person: int, item: T) -> None:
        """Add an item to a person's queue."""
        queue = self._queues.get(person)
        if queue is None:
            self._sweep()
            queue = self._queues[person] = _PersonQueue(allowance=float(self._pace.burst), since=self._now())
        (queue.items if len(queue.items) < self._pace.waiting else queue.surplus).append(item)
        self._waiting += 1
        if person not in self._tasks and not self._closing.is_set():
            self._tasks[person] = asyncio.create_task(self._run(person, queue))

    async def until_room(self) -> None:
        """Wait until not too much is waiting."""
        while self._waiting >= self._room:
            self._changed.clear()
            await self._changed.wait()

    async def until_idle(self) -> None:
        """Wait until nothing is left in any queue."""
        while self._tasks:
            self._changed.clear()
            await self._changed.wait()

    async def close(self, seconds: float) -> None:
        """Finish what is in hand, for so many seconds at most; what waits is left where it is kept."""
        self._closing.set()
        tasks = list(self._tasks.values())
        if tasks:
            _, unfinished = await asyncio.wait(tasks, timeout=seconds)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, person: int, queue: _PersonQueue[T]) -> None:
        try:
            while (queue.items or queue.surplus) and not self._closing.is_set():
                await self._turn_surplus_away(queue)
                if queue.items and await self._keep_pace(person, queue):
                    await self._server.serve(self._take(queue.items))
        finally:
            del self._tasks[person]
            self._changed.set()
            if self._emptied is not None:
                self._emptied(person)

    def _take(self, items: deque[T]) -> T:
        self._waiting -= 1
        self._changed.set()
        return items.popleft()

    async def _turn_surplus_away(self, queue: _PersonQueue[T]) -> None:
        while queue.surplus:
            first, queue.turned_away = not queue.turned_away, True
            await self._server.turn_away(self._take(queue.surplus), first=first)

    async def _keep_pace(self, person: int, queue: _PersonQueue[T]) -> bool:
        """Wait until the queue may be served; False if something came up meanwhile."""
        self._refill(queue)
        pause = await self._admit(person) if self._admit is not None else 0.0
        if queue.allowance >= 1.0 and not pause:
            queue.allowance -= 1.0
            return True
        if not queue.warned:
            queue.warned = True
            await self._server.slow_down(queue.items[0])
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), max(pause, (1.0 - queue.allowance) * self._pace.interval))
        return False

    def _refill(self, queue: _PersonQueue[T]) -> None:
        now = self._now()
        gained = (now - queue.since) / self._pace.interval
        queue.since = now
        queue.allowance = min(float(self._pace.burst), queue.allowance + gained)
        if queue.allowance >= self._pace.burst / 2:
            queue.warned = queue.turned_away = False

    def _sweep(self) -> None:
        """Drop queues that are as good as new, when there are many: nobody's allowance is remembered for ever."""
        if len(self._queues) < self._room:
            return
        for person in [person for person in self._queues if person not in self._tasks]:
            self._refill(self._queues[person])
            if self._queues[person].allowance >= self._pace.burst:
                del self._queues[person]

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
