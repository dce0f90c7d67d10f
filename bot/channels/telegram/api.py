"""The library's Bot, set up for this channel, and able to hand over updates as they came."""

from __future__ import annotations

import asyncio
import os
from typing import Any, cast

from telegram import Bot, InlineKeyboardMarkup
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.retrying_sender import kind_of

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
_PLACES = 32

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
        return cast("list[dict[str, Any]]", await self._post("getUpdates", data, read_timeout=read_timeout))

    async def send_text(
        self, chat: int, text: str, mode: str | None, keyboard: InlineKeyboardMarkup | None, quote: int | None
    ) -> int:
        """Send a message without link previews, quoting another if it is still there. Its id.

        The library's ``send_message`` would build the whole message again from the answer, for its id alone.

        Raises:
            telegram.error.TelegramError: as the library's ``send_message``.
        """
        reply = {"message_id": quote, "allow_sending_without_reply": True} if quote is not None else None
        data = {
            "chat_id": chat,
            "text": text,
            "parse_mode": mode,
            "reply_markup": keyboard,
            "reply_parameters": reply,
            "link_preview_options": {"is_disabled": True},
        }
        sent = cast("dict[str, Any]", await self._post("sendMessage", data))
        return int(sent["message_id"])


def make_api(token: str, api_url: str, timeout: float = 10.0) -> Api:
    """The bot for a token; ``api_url`` is where the Bot API is. ``timeout`` is in seconds, for each request."""
    base = api_url.rstrip("/")

    def request(places: int) -> HTTPXRequest:
        return HTTPXRequest(
            connection_pool_size=places,
            connect_timeout=timeout,
            read_timeout=timeout,
            write_timeout=timeout,
            pool_timeout=timeout,
        )

    return Api(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request(_PLACES),
        get_updates_request=request(1),
    )


class CannotStartError(Exception):
    """Telegram does not let the bot begin; the message says why, for whoever started it."""


async def start_up(api: Api, faults: FaultCounter, backoff: Backoff) -> None:
    """Learn who the bot is, trying again for as long as ``backoff`` says.

    Raises:
        CannotStartError: if the token is not accepted, or Telegram cannot be reached.
    """
    for tries, pause in enumerate((*backoff.pauses_in_all(), None), start=1):
        try:
            await api.initialize()
            return
        except InvalidToken:
            raise CannotStartError("Telegram 不认这个令牌。请核对 TELEGRAM_BOT_TOKEN（向 @BotFather 查看）。") from None
        except TelegramError as error:
            faults.count(kind_of(error))
            if pause is None:
                reason = f"连不上 Telegram（试了 {tries} 次，{kind_of(error)}）。"
                raise CannotStartError(f"{reason}请检查网络、代理和 TELEGRAM_API_URL。") from None
            await asyncio.sleep(pause)
