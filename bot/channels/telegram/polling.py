"""Fetch updates, store them, and only then tell Telegram that they have arrived."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.api import Api, CannotStartError
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.fault_meaning import WEBHOOK_ACTIVE, kind_of, seconds_of
from bot.channels.telegram.spell import Spell
from bot.channels.telegram.watchdog import Pulse
from bot.storage.database import StorageError
from bot.storage.inbox import InboxEntry

_log = logging.getLogger(__name__)

_MOST = (1 << 63) - 1
"""What a database can hold; Telegram's numbers are far below."""

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
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled. Whatever Telegram or the disk does: what was not stored is not acknowledged, and comes again.

        Raises:
            CannotStartError: the token is no longer accepted.
        """
        spell, pauses = Spell("receiving", self._faults, _log), self._backoff.pauses()
        while True:
            try:
                odd = await self._fetch()
                self._pulse.beat()
            except InvalidToken:
                raise CannotStartError("Telegram 不再接受这个令牌。请核对 TELEGRAM_BOT_TOKEN。") from None
            except TelegramError as error:
                spell.met(kind_of(error), error)
                await asyncio.sleep(seconds_of(error) if isinstance(error, RetryAfter) else next(pauses))
                await self._mend(error)
            except Exception as error:  # noqa: BLE001 - a fault that nobody foresaw must not end the bot either
                if isinstance(error, StorageError) and error.told:
                    self._faults.count("Storage")
                else:
                    spell.met("Storage" if isinstance(error, StorageError) else "PollError", error)
                await asyncio.sleep(next(pauses))
            else:
                if odd:
                    spell.met("OddUpdate")
                    await asyncio.sleep(next(pauses))
                else:
                    spell.over()
                    pauses = self._backoff.pauses()

    async def _fetch(self) -> bool:
        """One request's worth. Whether there was an update among them that can be none."""
        updates = await self._api.raw_updates(self._offset, self._seconds)
        entries = [entry for entry in map(_entry_or_none, updates) if entry is not None]
        if entries:
            await self._take(entries)
            self._offset = max(entry.number for entry in entries) + 1
        return len(entries) < len(updates)

    async def _mend(self, error: TelegramError) -> None:
        """Take away a webhook that somebody has set: as long as it is there, polling gets nothing."""
        if kind_of(error) == WEBHOOK_ACTIVE:
            with contextlib.suppress(TelegramError):
                await self._api.delete_webhook(drop_pending_updates=False)


def _entry_or_none(update: object) -> InboxEntry | None:
    try:
        return inbox_entry(update)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def inbox_entry(update: Any) -> InboxEntry:
    """An update as it is stored; half a character, which no file can hold, becomes a question mark.

    Raises:
        ValueError, KeyError, TypeError, RecursionError: if it can be none.
    """
    number = update["update_id"]
    if type(number) is not int or not 0 <= number <= _MOST:
        raise ValueError("no number of an update")
    text = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    return InboxEntry(number, text.encode("utf-8", "replace").decode(), lane=_lane_of(update))


def _lane_of(update: dict[str, Any]) -> int:
    """Whose update it is, as ``queue_key`` tells once it is read: the person's id, or the chat's."""
    for content in update.values():
        if isinstance(content, dict):
            whose = content.get("from") or content.get("chat")
            found = whose.get("id") if isinstance(whose, dict) else None
            if type(found) is int and abs(found) <= _MOST:
                return found
    return 0
