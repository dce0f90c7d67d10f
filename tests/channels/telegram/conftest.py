"""An emulated server, the bot on it, and somebody to talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.compiled.snapshot import Snapshot
from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.harness import Person, Running, running


@pytest_asyncio.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """A server on which every request must comply with the rules."""
    server = Emulator()
    await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture
async def bot(emulator: Emulator, snapshot: Snapshot, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot, running. At the end, every request it made must have been in order."""
    async with running(emulator, snapshot, tmp_path) as it:
        yield it
    assert [str(call.refused) for call in emulator.refused()] == []


@pytest_asyncio.fixture
async def nurse(emulator: Emulator, bot: Running) -> Person:
    """Somebody in a private chat with the running bot."""
    return Person(emulator, 7001)
