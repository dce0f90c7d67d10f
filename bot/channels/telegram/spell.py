"""A spell of trouble is told once when it begins and once when it is over, not with each of its faults."""

from __future__ import annotations

import logging
import time

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.fault_meaning import meaning_of
from bot.storage.database import StorageError

_TOLD_AGAIN_AFTER = 600.0


class Spell:
    """The trouble of one activity, such as receiving."""

    def __init__(self, activity: str, faults: FaultCounter, log: logging.Logger) -> None:
        self._activity, self._faults, self._log = activity, faults, log
        self._kinds: dict[str, int] = {}
        self._told: dict[str, float] = {}

    def met(self, kind: str, error: BaseException | None = None) -> None:
        """One more fault of a kind; the first for a while is logged, with what it means. What the disk refuses says so itself."""
        self._faults.count(kind)
        now = time.monotonic()
        if now - self._told.get(kind, -_TOLD_AGAIN_AFTER) >= _TOLD_AGAIN_AFTER:
            self._told[kind] = now
            meaning = str(error) if isinstance(error, StorageError) else meaning_of(kind)
            self._log.warning("%s: %s（%s）", self._activity, kind, meaning, exc_info=error)
        self._kinds[kind] = self._kinds.get(kind, 0) + 1

    def over(self) -> None:
        """It works again."""
        if self._kinds:
            told = "，".join(f"{kind} {number}" for kind, number in self._kinds.items())
            self._log.info("%s: works again after %s", self._activity, told)
            self._kinds.clear()
