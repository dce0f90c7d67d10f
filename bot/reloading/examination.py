"""Examine a candidate beside the running bot, and take its snapshot over without making anybody wait."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
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

_MUCH = 20_000
"""Objects a pass of the collector goes through in some 5 ms."""

_YOUNG = 1
"""The generation of objects up to which a pass before a reload goes."""

_PAUSE, _BUSY_SECONDS = 0.001, 1.0
"""How long the thread that takes a snapshot over gives way, and how long it waits for the loop at most."""


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
            between = partial(_set_aside_meanwhile, asyncio.get_running_loop())
            snapshot = await asyncio.to_thread(unpack, file, parts_of(live.snapshot), between)
            await asyncio.to_thread(warm_up, snapshot, between)
    loaded = Loaded(snapshot, report.digest, report.keys, dict(report.answers))
    return Verdict(report.problems, loaded)


async def answer_beside(version: Path, cache_dir: Path, live: Loaded) -> Problem | None:
    """Have a worker process ask the examples of a version that is kept; what they come to is kept where ``examine`` keeps it.

    A problem if it did not come to an end.

    Raises:
        OSError: if there is no room for its file, or no process can be started.
    """
    with tempfile.TemporaryDirectory(dir=version.parent, prefix=STAGED, ignore_cleanup_errors=True) as private:
        return await _run_worker(version, version, cache_dir, Path(private) / "file", live)


def warm_up(snapshot: Snapshot, pause: Callable[[float], None] = time.sleep) -> None:
    """Ask one question of each region, so that what is worked out at the first question does not keep anybody waiting.

    Of many, one region is asked, and nowhere. Calls ``pause`` after each.
    """
    regions: list[str | None] = [part.region.id for part in snapshot.everywhere]
    for region in [*regions[:1], None] if snapshot.crowded else regions:
        for topic in snapshot.knowledge.topics[:1]:
            question = next(says for phrasings in topic.phrasings.values() for says in phrasings)
            respond(Message(question), Session(region=region), snapshot, EXAMPLE_DAY)
            pause(_PAUSE)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection of the interpreter's own while much is made that stays: one pass over a whole snapshot stalls the
    loop for 100 ms. What was there before is set aside first, what was made at the end.
    """
    gc.disable()
    _set_aside()
    try:
        yield
    finally:
        _set_aside()
        gc.enable()


def _set_aside() -> None:
    """From now on the collector passes over what is there; it is still freed as soon as nothing refers to it. What refers to
    itself would not be: what conversations have just left behind, which holds the snapshot they began with, goes first.

    What they left long ago is the interpreter's own to find: the views of thirty regions, gone through at once, hold the loop up
    for a quarter of a second. Where a snapshot stays for it, ``look_through_all`` finds it.
    """
    gc.collect(_YOUNG)
    gc.freeze()


def look_through_all() -> None:
    """Free whatever refers to itself, also of what was set aside. It holds everything up for half a second and more."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _set_aside_meanwhile(loop: asyncio.AbstractEventLoop, seconds: float) -> None:
    """Wait in a thread; if much was made since the last time, it is set aside on the loop, where no turn is half done."""
    time.sleep(seconds)
    if gc.get_count()[0] > _MUCH:
        with suppress(TimeoutError, RuntimeError):  # the loop is busy, or has come to its end
            asyncio.run_coroutine_threadsafe(_set_aside_now(), loop).result(_BUSY_SECONDS)


async def _set_aside_now() -> None:
    _set_aside()


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
    _log.error("the process beside (bot.reloading.worker) failed: %s", errors.decode(errors="replace")[-2000:])
    return Problem(shown, 0, 0, "检查程序自己出错了，什么都没有改", "详情在日志里，请交给维护程序的人")
