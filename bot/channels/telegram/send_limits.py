"""How fast Telegram lets a bot send: 30 messages a second in all, one a second to a chat, 20 a minute to a group."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.storage.shared_limits import SharedLimits

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]
_MANY_CHATS = 2_000


@dataclass(frozen=True, slots=True)
class Rate:
    """At most so many in any stretch of so many seconds."""

    most: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Rates:
    """What Telegram allows. Tests and benchmarks against an emulated server allow more."""

    overall: Rate = Rate(30, 1.0)
    chat: Rate = Rate(1, 1.0)
    group: Rate = Rate(20, 60.0)


@dataclass(slots=True)
class _Window:
    """Places in time, each given once, in order."""

    rate: Rate
    taken: deque[float] = field(default_factory=deque)

    def reserve(self, now: float) -> float:
        """The earliest time there is room; it is taken from now on."""
        if len(self.taken) >= self.rate.most:
            now = max(now, self.taken.popleft() + self.rate.seconds)
        self.taken.append(now)
        return now

    def idle(self, now: float) -> bool:
        return not self.taken or self.taken[-1] + self.rate.seconds <= now


class SendLimits:
    """Makes whoever wants to send wait until it is their turn, so that Telegram never has to refuse."""

    def __init__(
        self, rates: Rates, clock: Clock, sleep: Sleep = asyncio.sleep, shared: SharedLimits | None = None
    ) -> None:
        """With ``shared``, the places are those of all programs that send for the bot."""
        self._rates, self._clock, self._sleep, self._shared = rates, clock, sleep, shared
        self._overall = _Window(rates.overall)
        self._chats: dict[int, list[_Window]] = {}

    async def turn(self, chat: int) -> None:
        """Wait for the chat's turn, then for the bot's: who waits for a slow chat takes nobody's place."""
        for window in self._windows(chat):
            await self._until(window.reserve(self._clock()))
            await self._among_all(f"chat {chat}", window.rate)
        await self._until(self._overall.reserve(self._clock()))
        await self._among_all("overall", self._rates.overall)

    async def _among_all(self, name: str, rate: Rate) -> None:
        if self._shared is not None and (pause := await self._shared.place(f"{name} {rate.most}", rate.most, rate.seconds)) > 0:
            await self._sleep(pause)

    async def _until(self, when: float) -> None:
        if (pause := when - self._clock()) > 0:
            await self._sleep(pause)

    def _windows(self, chat: int) -> list[_Window]:
        if chat not in self._chats:
            self._sweep()
            rates = (self._rates.chat,) if chat > 0 else (self._rates.group, self._rates.chat)
            self._chats[chat] = [_Window(rate) for rate in rates]
        return self._chats[chat]

    def _sweep(self) -> None:
        if len(self._chats) >= _MANY_CHATS:
            now = self._clock()
            self._chats = {
                chat: windows for chat, windows in self._chats.items() if not all(window.idle(now) for window in windows)
            }
