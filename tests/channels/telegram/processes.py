"""Start and end the bot as a process of its own: forked from one that has loaded everything, so that a start takes no time."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import sys
import warnings
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.authors.folders import BASE
from tests.channels.telegram.emulator import TOKEN, WAIT_SECONDS, Emulator


@dataclass
class Child:
    """A bot in a process of its own; its standard error is in a file."""

    process: BaseProcess
    log: Path

    async def killed(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        await self._gone()

    async def told_to_stop(self) -> int:
        """Send SIGTERM. The exit code."""
        self.process.terminate()
        return await self.ended()

    async def ended(self) -> int:
        """Wait for the end. The exit code."""
        async with asyncio.timeout(4 * WAIT_SECONDS):
            await self._gone()
        assert self.process.exitcode is not None
        return self.process.exitcode

    async def _gone(self) -> None:
        """Wait for the end without holding up anybody."""
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self.process.sentinel, over.set)
        try:
            await over.wait()
        finally:
            loop.remove_reader(self.process.sentinel)
        self.process.join()


def start(emulator: Emulator, folder: Path, **variables: str) -> Child:
    """Start a bot on a data folder."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "TELEGRAM_"))},
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": emulator.url,
        "BOT_DATA_DIR": str(folder / "data"),
        "BOT_KNOWLEDGE_DIR": str(BASE),
        **variables,
    }
    log = folder / "log.txt"
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.channels.telegram.child"])
    process = context.Process(target=_run, args=(environment, log))
    process.start()
    return Child(process, log)


def _run(environment: Mapping[str, str], log: Path) -> None:
    """In the new process: the bot, with nothing set but this."""
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as stream:
        os.dup2(stream.fileno(), sys.stderr.fileno())
    warnings.simplefilter("ignore")
    from tests.channels.telegram.child import main

    sys.exit(main())


@asynccontextmanager
async def child(emulator: Emulator, folder: Path, **variables: str) -> AsyncIterator[Child]:
    """A running bot, killed at the end if it has not ended by itself."""
    it = start(emulator, folder, **variables)
    try:
        yield it
    finally:
        await it.killed()
