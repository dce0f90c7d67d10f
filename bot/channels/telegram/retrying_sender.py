"""Requests to Telegram that outlast its faults, without one chat's trouble becoming another's, or a reply coming ten times."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import RetryAfter, TelegramError

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.fault_meaning import FINAL, kind_of, may_have_arrived, seconds_of
from bot.channels.telegram.send_limits import Clock, Rates, SendLimits, Sleep
from bot.channels.telegram.send_window import SendWindow, Slot
from bot.channels.telegram.spell import Spell
from bot.storage.shared_limits import SharedLimits

T = TypeVar("T")

_log = logging.getLogger(__name__)
_RATES = Rates()


class UndeliveredError(Exception):
    """Telegram did not take a request in all the time there was for it; the last fault is chained."""


class UncertainError(Exception):
    """A request was made twice and never answered: whether it was carried out nobody knows."""


class RetryingSender:
    """Sends requests of many chats side by side, those of one chat no sooner than Telegram allows."""

    def __init__(
        self,
        faults: FaultCounter,
        backoff: Backoff,
        *,
        rates: Rates = _RATES,
        second_try_after: float = 5.0,
        sleep: Sleep = asyncio.sleep,
        shared: SharedLimits | None = None,
    ) -> None:
        """``second_try_after`` is the pause before a request is made once more whose answer did not come; ``shared`` are the
        limits of all programs that send for the same bot.
        """
        self._faults = faults
        self._spell = Spell("sending", faults, _log)
        self._window = SendWindow()
        self._backoff = backoff
        self._second_try_after = second_try_after
        self._sleep = sleep
        self._rates = rates
        self._limits: SendLimits | None = None
        self._shared = shared
        self._opens: dict[int, float] = {}

    def slot(self) -> Slot:
        """Room for one reply, kept until its context ends: until it is written down that it was sent."""
        return self._window.slot()

    async def call(self, chat: int, request: Callable[[], Awaitable[T]], slot: Slot | None = None) -> T:
        """Make a request for a chat, as often as it takes; but only once more if it may have been carried out.

        It has the room of the reply that it is part of (``slot``), or room of its own. Who waits, for the chat to open up or
        before the next try, takes none.

        Raises:
            telegram.error.Forbidden: the person has blocked the bot, or the group removed it.
            telegram.error.BadRequest: Telegram understood the request and refuses it.
            telegram.error.ChatMigrated: the group has a new id.
            UndeliveredError: Telegram could not be reached, or made no sense, for too long.
            UncertainError: the request was made twice, and no answer came.
        """
        if slot is None:
            with self.slot() as own:
                return await self.call(chat, request, own)
        clock = asyncio.get_running_loop().time
        give_up = clock() + self._backoff.total
        pauses = self._backoff.pauses()
        unanswered = 0
        while True:
            try:
                result = await self._try(chat, request, slot, clock)
            except FINAL:
                raise
            except RetryAfter as error:
                self._spell.met("RetryAfter")
                self._opens[chat] = clock() + seconds_of(error)
                give_up = self._opens[chat] + self._backoff.total  # Telegram says when it will listen.
            except TelegramError as error:
                self._spell.met(kind_of(error))
                unanswered += may_have_arrived(error)
                if unanswered > 1:
                    raise UncertainError from error
                pause = max(next(pauses), self._second_try_after if may_have_arrived(error) else 0.0)
                if clock() + pause >= give_up:
                    raise UndeliveredError from error
                await self._sleep(pause)
            else:
                self._answered(again=bool(unanswered))
                return result

    def _answered(self, *, again: bool) -> None:
        self._spell.over()
        if again:
            self._faults.count("PerhapsTwice")

    async def _try(self, chat: int, request: Callable[[], Awaitable[T]], slot: Slot, clock: Clock) -> T:
        slot.leave()
        while (pause := self._opens.get(chat, 0.0) - clock()) > 0:
            await self._sleep(pause)
        self._opens.pop(chat, None)
        if self._limits is None:
            self._limits = SendLimits(self._rates, clock, self._sleep, self._shared)
        await self._limits.turn(chat)
        await slot.take()
        try:
            async with self._window.requests:
                return await request()
        except BaseException:
            slot.leave()
            raise

    async def once(self, request: Callable[[], Awaitable[object]]) -> None:
        """Make a request that is not worth a second try, such as taking the clock off a tapped button."""
        try:
            async with self._window.requests:
                await request()
        except TelegramError as error:
            self._faults.count(kind_of(error))
