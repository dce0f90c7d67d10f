"""Start and end the bot as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.channels.telegram.emulator import TOKEN, WAIT_SECONDS, Emulator

ROOT = Path(__file__).parents[3]
SMALL_KNOWLEDGE = ROOT / "tests" / "authors" / "base"


@dataclass
class Child:
    """A bot in a process of its own; its standard error is in a file."""

    process: asyncio.subprocess.Process
    log: Path

    async def killed(self) -> None:
        """End it as a power cut would."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def told_to_stop(self) -> int:
        """Send SIGTERM. The exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        """Wait for the end. The exit code."""
        async with asyncio.timeout(4 * WAIT_SECONDS):
            return await self.process.wait()


async def start(emulator: Emulator, folder: Path, **variables: str) -> Child:
    """Start a bot on a data folder."""
    data = folder / "data"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "TELEGRAM_"))},
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": emulator.url,
        "BOT_DATA_DIR": str(data),
        "BOT_KNOWLEDGE_DIR": str(SMALL_KNOWLEDGE),
        "PYTHONWARNINGS": "ignore",
        **variables,
    }
    log = folder / "log.txt"
    with log.open("ab") as stream:
        arguments = (sys.executable, "-m", "tests.channels.telegram.child")
        process = await asyncio.create_subprocess_exec(*arguments, cwd=ROOT, env=environment, stderr=stream)
    return Child(process, log)


@asynccontextmanager
async def child(emulator: Emulator, folder: Path, **variables: str) -> AsyncIterator[Child]:
    """A running bot, killed at the end if it has not ended by itself."""
    it = await start(emulator, folder, **variables)
    try:
        yield it
    finally:
        await it.killed()
