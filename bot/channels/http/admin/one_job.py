"""Work that takes longer than a request may: one at a time, beside the pages, its outcome to be read when it is done."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.http.admin import admin_wording

_log = logging.getLogger(__name__)
_AT_ONCE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it, and when; ``place`` is the page it is told on."""

    place: str
    lines: Sequence[str]
    at: datetime


class OneJob:
    """The work in hand, if any, and what came of the last."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._task: asyncio.Task[None] | None = None
        self._title = ""
        self._outcome: Outcome | None = None

    @property
    def running(self) -> str | None:
        """What is being done."""
        return self._title if self._task is not None and not self._task.done() else None

    def outcome(self, place: str) -> Outcome | None:
        """What came of the last work, if it belongs on this page."""
        return self._outcome if self._outcome is not None and self._outcome.place == place else None

    def tell(self, place: str, *lines: str) -> None:
        """Note what came of something that took no time."""
        self._outcome = Outcome(place, lines, self._now())

    async def start(self, place: str, title: str, work: Callable[[], Awaitable[Sequence[str]]]) -> None:
        """Begin, and wait a moment: much is done at once. While something else is being done, nothing begins."""
        if self.running is not None:
            self.tell(place, admin_wording.BUSY.format(title=self.running))
            return
        self._title, self._outcome = title, None
        self._task = asyncio.create_task(self._do(place, work))
        await asyncio.wait({self._task}, timeout=_AT_ONCE_SECONDS)

    async def idle(self) -> None:
        """Wait until nothing is being done."""
        if self._task is not None:
            await self._task

    async def _do(self, place: str, work: Callable[[], Awaitable[Sequence[str]]]) -> None:
        try:
            self.tell(place, *await work())
        except Exception as error:  # noqa: BLE001 - nobody awaits it: what fails is told on the page
            reference = secrets.token_hex(4)
            _log.error("an admin's job failed, reference %s", reference, exc_info=error)
            self.tell(place, admin_wording.JOB_FAILED.format(reference=reference))
