"""What runs beside the Telegram bot: SIGHUP reloads the knowledge."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import cast

import pytest

from bot.commands.telegram_bot import answer_ahead, reload_on_hangup
from bot.reloading.hot_reload import KnowledgeHolder


class _Holder:
    """Notes why it was asked to reload."""

    def __init__(self) -> None:
        self.reasons: asyncio.Queue[str] = asyncio.Queue()

    async def reload_unasked(self, reason: str) -> None:
        await self.reasons.put(reason)

    async def answer_ahead(self) -> None:
        await self.reasons.put("ahead")


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this platform has no SIGHUP")
async def test_each_hangup_reloads_and_the_job_never_ends() -> None:
    holder = _Holder()
    before = signal.SIG_DFL
    inherited = signal.signal(signal.SIGHUP, before)  # under nohup it is ignored from the start
    job = asyncio.create_task(reload_on_hangup(cast(KnowledgeHolder, holder)))
    await asyncio.sleep(0)
    for _ in range(2):
        os.kill(os.getpid(), signal.SIGHUP)
        assert await asyncio.wait_for(holder.reasons.get(), 5) == "SIGHUP"
    assert not job.done()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert signal.getsignal(signal.SIGHUP) == before
    signal.signal(signal.SIGHUP, inherited)


async def test_examples_are_asked_ahead_and_the_job_never_ends() -> None:
    """The bot ends with the first of its jobs that does."""
    holder = _Holder()
    job = asyncio.create_task(answer_ahead(cast(KnowledgeHolder, holder)))
    assert await holder.reasons.get() == "ahead"
    for _ in range(3):
        await asyncio.sleep(0)
    assert not job.done()
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
