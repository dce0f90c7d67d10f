"""The library's Bot, set up for this channel, and able to hand over updates as they came."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import Bot, InlineKeyboardMarkup, InputFile
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.aiohttp_request import make_request
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.fault_meaning import ODD_ANSWER, kind_of, reason_of, seconds_of
from bot.channels.telegram.spell import Spell

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
_PLACES = 32
_SEND_PATIENCE = 3.0
"""How many times longer than for other requests the answer to a message sent is waited for: asking again would repeat it."""
ODD_SHAPE = (LookupError, TypeError, AttributeError, ValueError)
"""What is raised where an answer is JSON, and not what the Bot API says it is."""
T = TypeVar("T")

_log = logging.getLogger(__name__)

os.environ.setdefault("PTB_TIMEDELTA", "true")
"""The library's switch for durations as they will be; without it every RetryAfter comes with a deprecation warning."""


class Api(Bot):
    """A bot whose updates can be fetched as plain JSON and stored as they came: a broken one spoils no other."""

    async def raw_updates(self, offset: int | None, seconds: int) -> list[dict[str, Any]]:
        """Wait up to so many seconds for updates from ``offset`` on. Acknowledges those before it.

        Raises:
            telegram.error.TelegramError: as the library's ``get_updates``.
        """
        data = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": list(ALLOWED_UPDATES)}
        read_timeout = (self._request[0].read_timeout or 0) + seconds
        updates = await self._post("getUpdates", data, read_timeout=read_timeout)
        if not isinstance(updates, list):
            raise TelegramError("the result is no list of updates")
        return updates

    async def _post(self, *args: Any, **options: Any) -> Any:
        """As the library's; an answer of another shape, which it would trip over, is an answer that makes no sense."""
        try:
            return await super()._post(*args, **options)
        except ODD_SHAPE as error:
            raise TelegramError("the answer has another shape") from error

    async def send_text(
        self,
        chat: int,
        text: str,
        mode: str | None,
        keyboard: InlineKeyboardMarkup | None,
        quote: int | None,
        thread: int | None = None,
    ) -> int:
        """Send a message without link previews, quoting another if it is still there, to a topic of a forum. Its id.

        The library's ``send_message`` would build the whole message again from the answer, for its id alone.

        Raises:
            telegram.error.TelegramError: as the library's ``send_message``.
        """
        data = {
            "chat_id": chat,
            "message_thread_id": thread,
            "text": text,
            "parse_mode": mode,
            "reply_markup": keyboard,
            "reply_parameters": _quoting(quote),
            "link_preview_options": {"is_disabled": True},
        }
        return await self._send("sendMessage", data)

    async def send_picture(
        self, chat: int, png: bytes, caption: str, quote: int | None, thread: int | None = None
    ) -> int:
        """Send a picture, as ``send_text`` sends a message. Its id.

        Raises:
            telegram.error.TelegramError: as the library's ``send_photo``.
        """
        data = {
            "chat_id": chat,
            "message_thread_id": thread,
            "photo": InputFile(png, filename="card.png"),
            "caption": caption,
            "reply_parameters": _quoting(quote),
        }
        return await self._send("sendPhoto", data)

    async def _send(self, method: str, data: dict[str, Any]) -> int:
        patience = (self._request[1].read_timeout or 0) * _SEND_PATIENCE
        sent = await self._post(method, data, read_timeout=patience)
        if not isinstance(sent, dict) or not isinstance(sent.get("message_id"), int):
            raise TelegramError("the result is no message")
        return int(sent["message_id"])


def _quoting(message: int | None) -> dict[str, Any] | None:
    return None if message is None else {"message_id": message, "allow_sending_without_reply": True}


def make_api(token: str, api_url: str, timeout: float = 10.0) -> Api:
    """The bot for a token; ``api_url`` is where the Bot API is. ``timeout`` is in seconds, for each request."""
    base = api_url.rstrip("/")

    def request(places: int) -> BaseRequest:
        return make_request(base, places, timeout)

    return Api(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request(_PLACES),
        get_updates_request=request(1),
    )


class CannotStartError(Exception):
    """Telegram does not let the bot begin; the message says why, for whoever started it."""


async def insist(activity: str, request: Callable[[], Awaitable[T]], faults: FaultCounter, backoff: Backoff) -> T:
    """What a request of the start gives, made until Telegram takes it: a fault that passes must not end the bot.

    Raises:
        CannotStartError: if the token is not accepted, or what is asked for is refused.
    """
    spell, pauses = Spell(activity, faults, _log), backoff.pauses()
    while True:
        try:
            result = await request()
        except InvalidToken:
            raise CannotStartError("Telegram 不认这个令牌。请核对 TELEGRAM_BOT_TOKEN（向 @BotFather 查看）。") from None
        except BadRequest as error:
            raise CannotStartError(f"Telegram 没有接受启动设置（{reason_of(error)}）。请检查 BOT_WEBHOOK_URL。") from None
        except RetryAfter as error:
            spell.met("RetryAfter")
            await asyncio.sleep(seconds_of(error))
        except (TelegramError, *ODD_SHAPE) as error:
            spell.met(kind_of(error) if isinstance(error, TelegramError) else ODD_ANSWER, error)
            await asyncio.sleep(next(pauses))
        else:
            spell.over()
            return result
