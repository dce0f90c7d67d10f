"""People who talk to the bot through the emulated server, and the bot itself, started as it really starts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.channels.telegram import FaultCounter, Options, Timing
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.lifecycle import serve
from bot.channels.telegram.send_limits import Rate, Rates
from bot.compiled.snapshot import Snapshot
from bot.settings import Settings
from bot.storage.database import Database
from tests.channels.telegram.emulator import ME, TOKEN, WAIT_SECONDS, Emulator, chat_of

TODAY = date(2026, 3, 1)
SWIFT = Timing(
    poll=20,
    request=5.0,
    start_backoff=Backoff(0.01, 0.05),
    backoff=Backoff(0.01, 0.05, 10.0),
    poll_backoff=Backoff(0.01, 0.05),
    second_try=0.01,
    look_at_webhook=0.05,
    rates=Rates(*[Rate(1_000, 1.0)] * 3),
    grace=0.3,
)
"""Pauses cut short, so that a test of a fault takes no time."""


@dataclass
class Heard:
    """A message of the bot as a person sees it."""

    raw: dict[str, Any]

    @property
    def text(self) -> str:
        """The words."""
        return str(self.raw["text"])

    @property
    def id(self) -> int:
        """The message's id; the same again after an edit."""
        return int(self.raw["message_id"])

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """All buttons, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What is written on the buttons."""
        return [button["text"] for button in self.buttons]

    @property
    def links(self) -> list[str]:
        """Where buttons lead that are links."""
        return [button["url"] for button in self.buttons if "url" in button]


@dataclass
class Person:
    """Somebody in a chat: their own, or a group."""

    emulator: Emulator
    id: int
    chat: int = 0
    name: str = "Wanda Whistleblower"
    seen: int = 0
    extra: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chat = self.chat or self.id

    def says(self, text: str, **more: Any) -> dict[str, Any]:
        """Send a text. The message."""
        return self.sends(text=text, **more)

    def sends(self, **content: Any) -> dict[str, Any]:
        """Send a message with any content. The message."""
        message = {
            "message_id": self.emulator.number(),
            "date": 1_700_000_000,
            "chat": chat_of(self.chat),
            "from": {"id": self.id, "is_bot": False, "first_name": self.name},
            **self.extra,
            **content,
        }
        if self.emulator.record:
            self.emulator.messages[self.chat, message["message_id"]] = message
        self.emulator.push("message", message)
        return message

    def edits(self, message: dict[str, Any], text: str) -> None:
        """Change a message sent before."""
        self.emulator.push("edited_message", {**message, "text": text, "edit_date": 1_700_000_100})

    def replies(self, to: Heard, text: str) -> dict[str, Any]:
        """Answer a message of the bot's."""
        return self.says(text, reply_to_message=to.raw)

    def taps(self, heard: Heard, label: str) -> str:
        """Tap a button. The query's id."""
        data = next(button["callback_data"] for button in heard.buttons if button["text"].startswith(label))
        return self.taps_data(heard, data)

    def taps_data(self, heard: Heard, data: str) -> str:
        """Tap a button that carries this."""
        query = str(self.emulator.number())
        self.emulator.open_callbacks.add(query)
        content = {
            "id": query,
            "from": {"id": self.id, "is_bot": False, "first_name": self.name},
            "chat_instance": "1",
            "data": data,
            "message": {**heard.raw, "chat": chat_of(self.chat)},
        }
        self.emulator.push("callback_query", content)
        return query

    def asks_inline(self, query: str, offset: str = "") -> str:
        """Type after the bot's name in some chat. The query's id."""
        number = str(self.emulator.number())
        self.emulator.open_inline.add(number)
        sender = {"id": self.id, "is_bot": False, "first_name": self.name}
        self.emulator.push("inline_query", {"id": number, "from": sender, "query": query, "offset": offset})
        return number

    async def hears(self) -> Heard:
        """The next message, or edit of one, in the chat."""
        await self.emulator.until(lambda: len(self.emulator.shown(self.chat)) > self.seen)
        self.seen += 1
        return Heard(self.emulator.shown(self.chat)[self.seen - 1])

    async def asks(self, text: str, **more: Any) -> Heard:
        """Send a text and wait for what comes."""
        self.says(text, **more)
        return await self.hears()

    async def tapped(self, heard: Heard, label: str) -> Heard:
        """Tap a button and wait for what comes."""
        self.taps(heard, label)
        return await self.hears()


@dataclass
class Running:
    """A running bot."""

    task: asyncio.Task[None]
    stop: asyncio.Event
    faults: FaultCounter

    async def ended(self) -> BaseException | None:
        """Wait for the bot to end by itself. What it ended with."""
        await asyncio.wait([self.task], timeout=WAIT_SECONDS)
        assert self.task.done(), "the bot is still running"
        return self.task.exception()


class Noticed(FaultCounter):
    """Counters whose every step wakes those who wait for something to happen."""

    def __init__(self, emulator: Emulator) -> None:
        super().__init__()
        self._emulator = emulator

    def count(self, kind: str) -> None:
        """One more of a kind."""
        super().count(kind)
        self._emulator.wake()


def settings_for(emulator: Emulator, data_dir: Path, **changes: Any) -> Settings:
    """Settings that lead to the emulated server."""
    settings = Settings(knowledge_dir=data_dir, data_dir=data_dir, token=TOKEN, api_url=emulator.url)
    return replace(settings, **changes)


@asynccontextmanager
async def running(
    emulator: Emulator, snapshot: Snapshot | Callable[[], Snapshot], data_dir: Path, **how: Any
) -> AsyncIterator[Running]:
    """The bot, running on its data folder, stopped at the end. Settings, options and another database may be given by name."""
    expects = how.pop("expects", ())
    database = how.pop("database", None) or Database.in_folder(data_dir)
    names = set(Options.__dataclass_fields__)
    given: dict[str, Any] = {k: v for k, v in how.items() if k in names}
    options = Options(**{"timing": SWIFT, "today": lambda: TODAY, "faults": Noticed(emulator), **given})
    settings = settings_for(emulator, data_dir, **{k: v for k, v in how.items() if k not in names})
    getter = snapshot if callable(snapshot) else lambda: snapshot
    stop = asyncio.Event()
    task = asyncio.create_task(serve(settings, getter, database, options, stop))
    try:
        yield Running(task, stop, options.faults)
    finally:
        stop.set()
        await asyncio.wait([task], timeout=WAIT_SECONDS)
    if task.exception() is not None and not isinstance(task.exception(), expects):
        raise AssertionError("the bot ended badly") from task.exception()


__all__ = ["ME", "SWIFT", "TODAY", "Heard", "Person", "Running", "running", "settings_for"]
