"""Put an answer into a chat: as new messages or in place of old ones, as HTML or plainly if Telegram refuses that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.administration.fault_counter import FaultCounter
from bot.channels.telegram.api import Api
from bot.channels.telegram.html_rendering import Part
from bot.channels.telegram.retrying_sender import RetryingSender
from bot.channels.telegram.send_window import Slot

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """What goes into a chat. ``quote`` is the message it answers; ``instead_of`` are messages of ours it replaces.

    ``thread`` is the topic of a forum it belongs into; ``slot`` its room among all that is sent, where it is kept longer.
    """

    chat: int
    parts: Sequence[Part]
    keyboard: InlineKeyboardMarkup | None = None
    quote: int | None = None
    instead_of: tuple[int, ...] = ()
    thread: int | None = None
    slot: Slot | None = None


class Delivery:
    """Sends messages."""

    def __init__(self, api: Api, sender: RetryingSender, faults: FaultCounter) -> None:
        self._api = api
        self._sender = sender
        self._faults = faults

    async def deliver(self, outgoing: OutgoingMessage) -> tuple[int, ...]:
        """Send a message. The ids of the messages that hold it now.

        Raises:
            telegram.error.Forbidden, telegram.error.BadRequest, UndeliveredError, UncertainError: as
                ``RetryingSender.call``.
        """
        try:
            return await self._deliver(outgoing)
        except ChatMigrated as moved:
            self._faults.count("ChatMigrated")
            return await self._deliver(replace(outgoing, chat=moved.new_chat_id, instead_of=()))

    async def deliver_picture(self, outgoing: OutgoingMessage, png: bytes, caption: str) -> tuple[int, ...]:
        """Send a picture; where it is refused, the message in its place.

        Raises:
            telegram.error.Forbidden, telegram.error.BadRequest, UndeliveredError, UncertainError: as ``deliver``.
        """
        chat, quote, thread = outgoing.chat, outgoing.quote, outgoing.thread
        send = self._api.send_picture
        try:
            sent = await self._sender.call(chat, lambda: send(chat, png, caption, quote, thread), outgoing.slot)
        except (BadRequest, ChatMigrated):
            self._faults.count("PictureRefused")
            return await self.deliver(outgoing)
        return (sent,)

    async def _deliver(self, outgoing: OutgoingMessage) -> tuple[int, ...]:
        ids = []
        for number, part in enumerate(outgoing.parts):
            keyboard = outgoing.keyboard if number == len(outgoing.parts) - 1 else None
            old = outgoing.instead_of[number] if number < len(outgoing.instead_of) else None
            quote = outgoing.quote if number == 0 else None
            edited = old is not None and await self._edit(outgoing, old, part, keyboard)
            ids.append(old if edited and old is not None else await self._send(outgoing, part, keyboard, quote))
        for surplus in outgoing.instead_of[len(outgoing.parts) :]:
            await self._sender.once(lambda old=surplus: self._api.delete_message(outgoing.chat, old))  # type: ignore[misc]
        return tuple(ids)

    async def _send(
        self, outgoing: OutgoingMessage, part: Part, keyboard: InlineKeyboardMarkup | None, quote: int | None
    ) -> int:
        chat, thread, slot, send = outgoing.chat, outgoing.thread, outgoing.slot, self._api.send_text
        try:
            return await self._sender.call(chat, lambda: send(chat, part.html, ParseMode.HTML, keyboard, quote, thread), slot)
        except BadRequest as error:
            if thread is not None and _says(error, "thread not found"):
                self._faults.count("TopicGone")
                return await self._send(replace(outgoing, thread=None), part, keyboard, quote)
            if not _refuses_markup(error):
                raise
            self._faults.count("MarkupRefused")
            return await self._sender.call(chat, lambda: send(chat, part.plain, None, keyboard, quote, thread), slot)

    async def _edit(self, outgoing: OutgoingMessage, old: int, part: Part, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Change a message of ours. False if it is no longer there to be changed."""
        chat, slot = outgoing.chat, outgoing.slot

        async def edit(text: str, mode: str | None) -> None:
            await self._api.edit_message_text(
                text, chat, old, parse_mode=mode, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
            )

        try:
            await self._sender.call(chat, lambda: edit(part.html, ParseMode.HTML), slot)
        except BadRequest as error:
            if _says(error, "not modified"):
                self._faults.count("NotModified")
                return True
            if _refuses_markup(error):
                self._faults.count("MarkupRefused")
                await self._sender.call(chat, lambda: edit(part.plain, None), slot)
                return True
            self._faults.count("EditRefused")
            return False
        return True


def _refuses_markup(error: BadRequest) -> bool:
    return _says(error, "parse entities")


def _says(error: BadRequest, words: str) -> bool:
    return words in error.message.lower()
