"""What came in, as the channel works on it: who, where, and what they want. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update, User

from bot.channels.telegram.command_menu import KNOWN
from bot.channels.telegram.keyboard import Button, read_data
from bot.storage.sessions import Key

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?$", re.DOTALL)
_CONTENT = (
    "voice", "audio", "photo", "video", "video_note", "sticker", "animation",
    "document", "contact", "location", "venue", "poll", "dice", "story", "paid_media", "checklist", "game", "giveaway",
    "giveaway_winners", "invoice", "passport_data", "web_app_data",
)  # fmt: skip
_ANONYMOUS_ADMIN = 1087968824
"""Telegram's stand-in for group admins who write as the group."""


@dataclass(frozen=True, slots=True)
class Said:
    """Free text."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command in lower case, with what follows it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button of a message of ours."""

    button: Button
    message: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A voice message, picture, sticker, file …"""


@dataclass(frozen=True, slots=True)
class Welcomed:
    """The bot was added to a group."""


Wish = Said | Command | Tapped | Unreadable | Welcomed


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person wants in a chat.

    ``user`` is None for admins who write as their group: nothing is remembered of them. ``message`` is the question's
    id; ``callback`` the id under which a tap must be answered; ``thread`` the topic of a forum it is in.
    """

    chat: int
    user: int | None
    private: bool
    wish: Wish
    message: int | None = None
    edited: bool = False
    callback: str | None = None
    thread: int | None = None

    @property
    def key(self) -> Key | None:
        """Under which something is remembered."""
        return None if self.user is None else Key(self.chat, self.user)


def queue_key(update: Update) -> int:
    """Whose updates have to be handled one after the other."""
    user = update.effective_user
    chat = update.effective_chat
    return user.id if user is not None else chat.id if chat is not None else 0


def read_update(update: Update, me: User) -> Incoming | None:
    """What an update wants of the bot, or None if nothing: other people's talk in a group, service messages."""
    if update.callback_query is not None:
        return _tap(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update)
    message = update.message or update.edited_message
    if message is None or _is_from_a_bot(message, me):
        return None
    private = message.chat.type == "private"
    wish = _wish(message, me, private)
    if wish is None:
        return None
    user = message.from_user.id if message.from_user is not None and message.sender_chat is None else None
    edited, thread = update.edited_message is not None, topic_of(message)
    return Incoming(message.chat.id, user, private, wish, message.message_id, edited=edited, thread=thread)


def topic_of(message: MaybeInaccessibleMessage | None) -> int | None:
    """The topic of a forum that a message is in; answers in a group without topics carry a thread as well, which is none."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def _tap(query: CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None:
        return None  # Under a message sent inline; ours have no such buttons.
    tapped = Tapped(read_data(query.data or ""), message.message_id)
    private, thread = message.chat.type == "private", topic_of(message)
    return Incoming(message.chat.id, query.from_user.id, private, tapped, callback=query.id, thread=thread)


def _membership(update: Update) -> Incoming | None:
    change = update.my_chat_member
    if change is None or change.chat.type not in ("group", "supergroup"):
        return None
    before, after = change.old_chat_member.status, change.new_chat_member.status
    joined = before in ("left", "kicked") and after in ("member", "administrator")
    return Incoming(change.chat.id, None, False, Welcomed()) if joined else None


def _is_from_a_bot(message: Message, me: User) -> bool:
    """Other bots, channels, and our own inline results are not talked to."""
    if message.via_bot is not None and message.via_bot.id == me.id:
        return True
    sender = message.from_user
    if message.is_automatic_forward or sender is None:
        return True
    return sender.is_bot and sender.id != _ANONYMOUS_ADMIN


def _wish(message: Message, me: User, private: bool) -> Wish | None:
    text = message.text or message.caption
    if text is None:
        unreadable = _has_content(message) and message.edit_date is None  # A live location is edited every few seconds.
        return Unreadable() if unreadable and (private or _is_reply_to(message, me)) else None
    match = _COMMAND.match(text.strip())
    if match:
        return _command(match, me, private)
    if private:
        return Said(text.strip().removeprefix("/"))
    mentioned = _without_mention(text, me)
    if mentioned is not None:
        return Said(mentioned) if mentioned else Command("help")
    return Said(text) if _is_reply_to(message, me) else None


def _command(match: re.Match[str], me: User, private: bool) -> Command | None:
    """A command for this bot; in groups, others' commands are left alone."""
    name, addressee, argument = match.group(1).lower(), match.group(2), (match.group(3) or "").strip()
    mine = addressee.lower() == (me.username or "").lower() if addressee else name in KNOWN
    return Command(name, argument) if mine or private else None


def _without_mention(text: str, me: User) -> str | None:
    """The text without the bot's @name, or None if it is not mentioned."""
    pattern = re.compile(rf"@{re.escape(me.username or '')}(?![A-Za-z0-9_])", re.IGNORECASE)
    return pattern.sub(" ", text).strip(" ，,：:") if me.username and pattern.search(text) else None


def _is_reply_to(message: Message, me: User) -> bool:
    answered = message.reply_to_message
    return answered is not None and answered.from_user is not None and answered.from_user.id == me.id


def _has_content(message: Message) -> bool:
    """Whether a message without text is something a person sent, not a notice of the service.

    What the library has no name for yet is a new kind of content more often than a new kind of notice.
    """
    return any(getattr(message, kind, None) for kind in _CONTENT) or bool(message.api_kwargs)
