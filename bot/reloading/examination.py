"""Examine a candidate beside the running bot, and take its snapshot over without making anybody wait."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.checks.examples import EXAMPLE_DAY
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from bot.reading.problem import Problem
from bot.reloading.candidate import Loaded, Report, Verdict
from bot.reloading.snapshot_transport import parts_of, read_header, unpack
from bot.reloading.version_store import LIVE, STAGED

_log = logging.getLogger(__name__)
_PATIENCE_SECONDS = 900.0
"""The worker gives way to everybody: on a machine with much else to do, what takes a quarter of a minute takes minutes."""


async def examine_beside(
    staged: Path, folder: Path, data_dir: Path, live: Loaded, cache_dir: Path | None = None
) -> Verdict:
    """The verdict of a worker process on a staged copy of ``folder``; its snapshot comes over piece by piece in a thread.

    Its arrays stay in the worker's file, which is kept alive, without a name, by whoever looks at them.
    """
    with tempfile.TemporaryDirectory(dir=staged.parent, prefix=STAGED, ignore_cleanup_errors=True) as private:
        file = Path(private) / "file"
        problem = await _run_worker(staged, folder, cache_dir or data_dir / "cache", file, live)
        if problem is not None:
            return Verdict((problem,))
        report: Report = await asyncio.to_thread(read_header, file)
        if report.digest is None:
            return Verdict(report.problems)
        with _collector_at_rest():
            snapshot = await asyncio.to_thread(unpack, file, parts_of(live.snapshot))
            await asyncio.to_thread(warm_up, snapshot)
    loaded = Loaded(snapshot, report.digest, report.keys, dict(report.answers))
    return Verdict(report.problems, loaded)


def warm_up(snapshot: Snapshot) -> None:
    """Ask one question of each region, so that what is worked out at the first question does not keep anybody waiting.

    Of many, one region is asked, and nowhere.
    """
    regions: list[str | None] = [part.region.id for part in snapshot.everywhere]
    for region in [*regions[:1], None] if snapshot.crowded else regions:
        for topic in snapshot.knowledge.topics[:1]:
            question = next(says for phrasings in topic.phrasings.values() for says in phrasings)
            respond(Message(question), Session(region=region), snapshot, EXAMPLE_DAY)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection while much is made that stays: one pass over a whole snapshot stalls the loop for 100 ms.

    What is there at the end is set aside from later passes; it is still freed as soon as nothing refers to it. What refers
    to itself would not be: what conversations left behind meanwhile, which holds the snapshot they began with, goes first.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


async def _run_worker(staged: Path, shown: Path, cache_dir: Path, file: Path, live: Loaded) -> Problem | None:
    """Run the examination in a process of its own; a problem if it did not come to an end."""
    file.with_name(LIVE).write_text(json.dumps(dict(live.keys)), "utf-8")  # of many regions too long for a command line
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.reloading.worker",
        *map(str, (staged.resolve(), shown, cache_dir.resolve(), file.resolve())),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, errors = await asyncio.wait_for(process.communicate(), _PATIENCE_SECONDS)
    except TimeoutError:
        return Problem(shown, 0, 0, f"检查了 {_PATIENCE_SECONDS:.0f} 秒还没有完", "看看机器是不是太忙，再试一次")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == 0:
        return None
    _log.error("the reload worker failed: %s", errors.decode(errors="replace")[-2000:])
    return Problem(shown, 0, 0, "检查程序自己出错了，什么都没有改", "详情在日志里，请交给维护程序的人")
