"""Limits where several programs serve the same people: what is allowed is taken from the database by the handful."""

from __future__ import annotations

from bot.channels.bounded_cache import BoundedCache
from bot.storage.shared_limits import SharedLimits


class SharedBuckets:
    """What this program has taken in advance, by name: not every request asks the database."""

    def __init__(self, limits: SharedLimits, burst: float, per_second: float, handful: int = 5) -> None:
        """``handful`` is taken at once: as much is lost with a program that dies, or that is not asked again."""
        self._limits, self._burst, self._per_second, self._handful = limits, burst, per_second, handful
        self._at_hand: BoundedCache[str, int] = BoundedCache(10_000)

    async def wait(self, name: str) -> float:
        """Count one request; 0 if it may go on, else the seconds to wait."""
        left = self._at_hand.get(name) or 0
        if not left:
            seconds = await self._limits.take(name, self._burst, self._per_second, self._handful)
            if seconds:
                return seconds
            left = self._handful
        self._at_hand.put(name, left - 1)
        return 0.0
