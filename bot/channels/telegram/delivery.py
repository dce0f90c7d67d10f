"""Put an answer into a chat: as new messages or in place of old ones, as HTML or plainly if Telegram refuses that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.channels.telegram.api import Api
from bot.channels.telegram.courier import Courier
from bot.channels.telegram.faults import Faults
from bot.channels.telegram.rendering import Part

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes into a chat. ``quote`` is the message it answers; ``instead_of`` are messages of ours it replaces."""

    chat: int
    parts: Sequence[Part]
    keyboard: InlineKeyboardMarkup | None = None
    quote: int | None = None
    instead_of: tuple[int, ...] = ()


class Delivery:
    """Sends parcels."""

    def __init__(self, api: Api, courier: Courier, faults: Faults) -> None:
        self._api = api
        self._courier = courier
        self._faults = faults

    async def deliver(self, parcel: Parcel) -> tuple[int, ...]:
        """Send a parcel. The ids of the messages that hold it now.

        Raises:
            telegram.error.Forbidden, telegram.error.BadRequest, UndeliveredError: as ``Courier.call``.
        """
        try:
            return await self._deliver(parcel)
        except ChatMigrated as moved:
            self._faults.count("ChatMigrated")
            return await self._deliver(replace(parcel, chat=moved.new_chat_id, instead_of=()))

    async def _deliver(self, parcel: Parcel) -> tuple[int, ...]:
        ids = []
        for number, part in enumerate(parcel.parts):
            keyboard = parcel.keyboard if number == len(parcel.parts) - 1 else None
            old = parcel.instead_of[number] if number < len(parcel.instead_of) else None
            quote = parcel.quote if number == 0 else None
            edited = old is not None and await self._edit(parcel.chat, old, part, keyboard)
            ids.append(old if edited and old is not None else await self._send(parcel.chat, part, keyboard, quote))
        for surplus in parcel.instead_of[len(parcel.parts) :]:
            await self._courier.once(lambda old=surplus: self._api.delete_message(parcel.chat, old))  # type: ignore[misc]
        return tuple(ids)

    async def _send(self, chat: int, part: Part, keyboard: InlineKeyboardMarkup | None, quote: int | None) -> int:
        send = self._api.send_text
        try:
            return await self._courier.call(chat, lambda: send(chat, part.html, ParseMode.HTML, keyboard, quote))
        except BadRequest as error:
            if not _refuses_markup(error):
                raise
            self._faults.count("MarkupRefused")
            return await self._courier.call(chat, lambda: send(chat, part.plain, None, keyboard, quote))

    async def _edit(self, chat: int, old: int, part: Part, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Change a message of ours. False if it is no longer there to be changed."""

        async def edit(text: str, mode: str | None) -> None:
            await self._api.edit_message_text(
                text, chat, old, parse_mode=mode, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
            )

        try:
            await self._courier.call(chat, lambda: edit(part.html, ParseMode.HTML))
        except BadRequest as error:
            if _says(error, "not modified"):
                self._faults.count("NotModified")
                return True
            if _refuses_markup(error):
                self._faults.count("MarkupRefused")
                await self._courier.call(chat, lambda: edit(part.plain, None))
                return True
            self._faults.count("EditRefused")
            return False
        return True


def _refuses_markup(error: BadRequest) -> bool:
    return _says(error, "parse entities")


def _says(error: BadRequest, words: str) -> bool:
    return words in error.message.lower()
