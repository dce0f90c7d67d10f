"""What came in, as the channel works on it: from whom, which message, and what they want. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.wechat.envelope import MalformedError
from bot.language.stickers import without_stickers

_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:\s+(\S.*))?", re.DOTALL)
_NUMBER = re.compile(r"[0-9]{1,20}")
_ACTION = re.compile(r"[A-Za-z0-9:_.-]{1,64}")


@dataclass(frozen=True, slots=True)
class Said:
    """Words, typed or spoken; ``action`` is what a tapped link stands for, where WeChat passes it on."""

    text: str
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command in lower case; ``argument`` is what follows it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something without words: sticker, image, voice, location …"""

    kind: str


@dataclass(frozen=True, slots=True)
class Followed:
    """The person has subscribed."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person has unsubscribed."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Any other event; nobody waits for an answer."""


Wish = Said | Command | Sent | Followed | Left | Happened
_EVENTS: Mapping[str, Wish] = {"subscribe": Followed(), "unsubscribe": Left()}


@dataclass(frozen=True, slots=True)
class Posted:
    """One message or event. ``number`` is the same each time WeChat posts it; ``at`` is the second it was sent in."""

    openid: str
    account: str
    number: str
    at: int
    wish: Wish


def read_posted(fields: Mapping[str, str]) -> Posted:
    """What the fields of a message say.

    Raises:
        MalformedError: if one is missing that every message has.
    """
    openid, account, kind = (fields.get(name, "") for name in ("FromUserName", "ToUserName", "MsgType"))
    at = fields.get("CreateTime", "")
    if not (openid and account and kind and _NUMBER.fullmatch(at)):
        raise MalformedError
    if kind == "event":
        event = fields.get("Event", "").lower()
        return Posted(openid, account, f"{at}.{event}", int(at), _EVENTS.get(event, Happened()))
    number = fields.get("MsgId", "")
    if not _NUMBER.fullmatch(number):
        raise MalformedError
    return Posted(openid, account, number, int(at), _wish(kind, fields))


def _wish(kind: str, fields: Mapping[str, str]) -> Wish:
    if kind == "voice" and (heard := fields.get("Recognition", "").strip()):
        return Said(heard)
    return _said(fields) if kind == "text" else Sent(kind)


def _said(fields: Mapping[str, str]) -> Wish:
    """Words, a command, or nothing but stickers. A command with something behind it says just that: /ask 一天补多少."""
    text = without_stickers(fields.get("Content", ""))
    command = _COMMAND.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if command is not None:
        return Command(command[1].lower(), command[2] or "")
    action = fields.get("bizmsgmenuid", "")
    return Said(text, action if _ACTION.fullmatch(action) else None) if text else Sent("sticker")
