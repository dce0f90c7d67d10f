"""What the benchmarks of whole programs share: the bot as its user starts it, what it says in its log, and what it holds."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
READY = re.compile(r"网页：(http://127\.0\.0\.1:\d+)")
RELOADED = "knowledge reloaded (SIGHUP)"
_MIB = 1_024


@dataclass(frozen=True)
class Held:
    """What a process holds: MiB of memory (``own`` without what is mapped from files), file descriptors, sockets among them."""

    resident: float
    own: float
    files: int
    sockets: int
    threads: int


def held(pid: int) -> Held:
    """What a process holds at this moment, where the system tells (Linux)."""
    place = Path(f"/proc/{pid}")
    status = dict(re.findall(r"^(\w+):\s+(\d+)", (place / "status").read_text(encoding="ascii"), re.MULTILINE))
    kinds = [kind_of(link) for link in (place / "fd").iterdir()]
    resident, own = (round(int(status[name]) / _MIB, 1) for name in ("VmRSS", "RssAnon"))
    return Held(resident, own, len(kinds), kinds.count("socket"), int(status["Threads"]))


def kind_of(link: Path) -> str:
    """What a file descriptor leads to: ``socket``, ``pipe``, a path; nothing if it was closed meanwhile."""
    with suppress(OSError):
        return str(link.readlink()).partition(":")[0]
    return ""


@dataclass
class Program:
    """The bot in a process of its own."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def holds(self) -> Held:
        """What it holds now."""
        return held(self.process.pid)

    def times(self, words: str) -> int:
        """How many lines of its log say something."""
        return sum(words in line for line in self.lines)

    async def said(self, words: str, times: int = 1, seconds: float = 600) -> None:
        """Wait until its log has said something so many times.

        Raises:
            SystemExit: if it has ended instead; with the end of its log.
        """
        async with asyncio.timeout(seconds), self._news:
            while self.times(words) < times:
                if self.process.returncode is not None:
                    raise SystemExit("".join(self.lines[-20:]))
                await self._news.wait()

    async def address(self) -> str:
        """Where its page is, once it is served."""
        await self.said("网页：http")
        return next(found[1] for line in self.lines if (found := READY.search(line)))

    async def reload(self) -> None:
        """Have it reload its folder; returns when it has."""
        before = self.times(RELOADED)
        self.process.send_signal(signal.SIGHUP)
        await self.said(RELOADED, before + 1)

    async def listen(self) -> None:
        """Take down what it says, until it ends."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            async with self._news:
                self.lines.append(line.decode(errors="replace"))
                self._news.notify_all()
        await self.process.wait()
        async with self._news:
            self._news.notify_all()


@asynccontextmanager
async def started(command: str, variables: Mapping[str, str]) -> AsyncIterator[Program]:
    """A command of the bot with these variables and no others of its own; told to stop at the end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "TELEGRAM_"))}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "bot", command),
        cwd=ROOT,
        env=kept | dict(variables),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    program = Program(process)
    listening = asyncio.create_task(program.listen())
    try:
        yield program
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await listening
