"""Fetch updates, store them, and only then tell Telegram that they have arrived."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.api import Api, CannotStartError
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.retrying_sender import kind_of, seconds_of
from bot.channels.telegram.watchdog import Pulse
from bot.storage.database import StorageError
from bot.storage.inbox import InboxEntry

_log = logging.getLogger(__name__)

Take = Callable[[Sequence[InboxEntry]], Awaitable[None]]
"""Stores entries durably; returns when they are on disk and there is room for more."""


class Poller:
    """Long polling. The library's own updater acknowledges a batch as soon as it is in memory; a kill would lose it."""

    def __init__(
        self, api: Api, take: Take, pulse: Pulse, faults: FaultCounter, *, seconds: int, backoff: Backoff
    ) -> None:
        """``seconds`` is how long Telegram may hold a request open; ``backoff`` is for pauses after faults."""
        self._api = api
        self._take = take
        self._pulse = pulse
        self._faults = faults
        self._seconds = seconds
        self._backoff = backoff

    async def run(self) -> None:
        """Poll until cancelled.

        Raises:
            CannotStartError: another program polls with the same token, or the token is no longer accepted.
        """
        offset: int | None = None
        pauses = self._backoff.pauses()
        while True:
            try:
                updates = await self._api.raw_updates(offset, self._seconds)
                self._pulse.beat()
                if updates:
                    await self._take([inbox_entry(update) for update in updates])
                    offset = int(updates[-1]["update_id"]) + 1
                pauses = self._backoff.pauses()
            except Conflict:
                raise CannotStartError("另有一个程序在用同一个令牌收消息，本程序退出。请只保留一个。") from None
            except InvalidToken:
                raise CannotStartError("Telegram 不再接受这个令牌。请核对 TELEGRAM_BOT_TOKEN。") from None
            except (TelegramError, StorageError) as error:
                await asyncio.sleep(self._pause(error, next(pauses)))

    def _pause(self, error: TelegramError | StorageError, wait: float) -> float:
        """How long to wait after a fault. What could not be stored is fetched again: it was not acknowledged."""
        if isinstance(error, TelegramError):
            self._faults.count(kind_of(error))
            return seconds_of(error) if isinstance(error, RetryAfter) else wait
        self._faults.count("Storage")
        _log.error("received messages could not be stored", exc_info=error)
        return wait


def inbox_entry(update: dict[str, Any]) -> InboxEntry:
    """An update as it is stored."""
    return InboxEntry(int(update["update_id"]), json.dumps(update, ensure_ascii=False, separators=(",", ":")))
