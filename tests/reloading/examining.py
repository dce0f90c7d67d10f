"""Candidates examined in a thread of the test's own process: one of its own takes three seconds to start."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.reloading import examination
from bot.reloading.candidate import Loaded
from bot.reloading.worker import examine_into


@contextmanager
def examined_here() -> Iterator[None]:
    """The worker's work without its process, for tests of what a reload does; that it is a process, test_hot_reload shows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examination, "_run_worker", _examine)
        yield


async def _examine(staged: Path, shown: Path, cache_dir: Path, file: Path, live: Loaded) -> None:
    await asyncio.to_thread(examine_into, file, staged, shown, cache_dir, live.keys)
