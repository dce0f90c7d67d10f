"""Whole transactions on a SQLite file, each in one step of a thread of its own.

Through the asynchronous driver every statement, and every cursor before and after it, passes from the loop to a thread and back:
for a transaction of two statements that costs more than all the rest of it, the disk aside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, StaticPool, create_engine

from bot.storage.sqlite_rules import WRITES, keep_the_rules

T = TypeVar("T")


class FileWriter:
    """One connection in one thread. It connects with the first transaction."""

    def __init__(self, file: Path) -> None:
        url = URL.create("sqlite", database=str(file))
        engine = create_engine(url, poolclass=StaticPool, hide_parameters=True)
        keep_the_rules(engine)
        self._engine = engine.execution_options(**{WRITES: True})
        self._thread = ThreadPoolExecutor(1, "file-writer")

    async def write(self, work: Callable[[Connection], T]) -> T:
        """A transaction, committed when this returns; undone if the work raises.

        Whoever is cancelled meanwhile is so when it has ended, and does not learn whether it was committed: nobody else writes before.
        """
        running = asyncio.get_running_loop().run_in_executor(self._thread, self._write, work)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait([running])
            running.exception()  # looked at: nobody is left to be told of it
            raise

    def _write(self, work: Callable[[Connection], T]) -> T:
        with self._engine.begin() as connection:
            return work(connection)

    async def close(self) -> None:
        """Disconnect, after what has begun."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown()
