"""Requests to Telegram that outlast its faults, without one chat's trouble becoming another's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.backoff import Backoff

T = TypeVar("T")

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


class UndeliveredError(Exception):
    """Telegram did not take a request in all the time there was for it."""


class RetryingSender:
    """Sends requests of many chats side by side, those of one chat no sooner than Telegram allows."""

    def __init__(
        self, faults: FaultCounter, backoff: Backoff, *, at_once: int = 16, sleep: Sleep = asyncio.sleep
    ) -> None:
        """``at_once`` bounds the requests under way; who waits for a chat to open up takes no place.

        Telegram takes 30 messages a second of a bot; 16 at once are more than that, and a small connection pool is quick.
        """
        self._faults = faults
        self._places = asyncio.Semaphore(at_once)
        self._backoff = backoff
        self._sleep = sleep
        self._opens: dict[int, float] = {}

    async def call(self, chat: int, request: Callable[[], Awaitable[T]]) -> T:
        """Make a request for a chat, as often as it takes.

        Raises:
            telegram.error.Forbidden: the person has blocked the bot, or the group removed it.
            telegram.error.BadRequest: Telegram understood the request and refuses it.
            telegram.error.ChatMigrated: the group has a new id.
            UndeliveredError: Telegram could not be reached, or made no sense, for too long.
        """
        clock = asyncio.get_running_loop().time
        give_up = clock() + self._backoff.total
        pauses = self._backoff.pauses()
        while True:
            await self._until_open(chat, clock)
            try:
                async with self._places:
                    return await request()
            except (BadRequest, Forbidden, ChatMigrated, InvalidToken):
                raise
            except RetryAfter as error:
                self._faults.count("RetryAfter")
                self._opens[chat] = clock() + seconds_of(error)
                give_up = self._opens[chat] + self._backoff.total  # Telegram says when it will listen.
            except TelegramError as error:
                self._faults.count(kind_of(error))
                pause = next(pauses)
                if clock() + pause >= give_up:
                    raise UndeliveredError from error
                await self._sleep(pause)

    async def once(self, request: Callable[[], Awaitable[object]]) -> None:
        """Make a request that is not worth a second try, such as taking the clock off a tapped button."""
        try:
            async with self._places:
                await request()
        except TelegramError as error:
            self._faults.count(kind_of(error))

    async def _until_open(self, chat: int, clock: Clock) -> None:
        while (pause := self._opens.get(chat, 0.0) - clock()) > 0:
            await self._sleep(pause)
        self._opens.pop(chat, None)


def kind_of(error: TelegramError) -> str:
    """The name under which a fault is counted; what the error says may hold what was sent."""
    if type(error) is TelegramError:
        return "InvalidAnswer"  # The library has no class for what is no JSON.
    return type(error).__name__


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone; the library changes the type of this between versions."""
    after = error.retry_after
    return float(after) if isinstance(after, (int, float)) else after.total_seconds()
