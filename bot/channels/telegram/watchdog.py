"""Notices when polling has stopped without a word: a request that hangs raises nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

_log = logging.getLogger(__name__)


class Pulse:
    """When something was last alive."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()

    def beat(self) -> None:
        """It is alive."""
        self._last = self._clock()

    @property
    def silence(self) -> float:
        """Seconds since it was last alive."""
        return self._clock() - self._last


async def watch(pulse: Pulse, stalled_after: float, report: Callable[[], None]) -> None:
    """Report each time the pulse has stopped for longer than ``stalled_after`` seconds, and log when it is back.

    Runs until cancelled.
    """
    stalled = False
    while True:
        await asyncio.sleep(stalled_after - pulse.silence if 0 < pulse.silence < stalled_after else stalled_after)
        silence = pulse.silence
        if silence >= stalled_after and not stalled:
            stalled = True
            _log.error("polling has stalled: no answer from Telegram for %.0f seconds", silence)
            report()
        elif silence < stalled_after and stalled:
            stalled = False
            _log.warning("polling is back")
