"""An address's limit where several programs serve it: what is allowed is taken from the database by the handful."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from bot.channels.bounded_cache import BoundedCache
from bot.channels.http.token_buckets import EACH, Rate, together

Take = Callable[[str, float, float, float], Awaitable[float]]
"""Told name, burst, rate and how many: 0 if they may be had, else the seconds to wait."""

_HANDFUL = 5


class SharedBuckets:
    """Requests this program has taken in advance, by address: not every request asks the database."""

    def __init__(self, take: Take, today: Callable[[], date], each: Rate = EACH) -> None:
        self._take, self._today, self._each = take, today, each
        self._at_hand: BoundedCache[str, int] = BoundedCache(10_000)

    async def wait(self, address: str) -> float:
        """Count one request of an address; 0 if it may go on, else the seconds to wait."""
        name = f"address {self._today()} {together(address)}"
        left = self._at_hand.get(name) or 0
        if not left:
            seconds = await self._take(name, self._each.burst, self._each.per_second, _HANDFUL)
            if seconds:
                return seconds
            left = _HANDFUL
        self._at_hand.put(name, left - 1)
        return 0.0
