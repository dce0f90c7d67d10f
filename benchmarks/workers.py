"""Several programs on one PostgreSQL: how much faster than one, whether the order holds, and what SIGKILLs under load cost.

Run: python -m benchmarks.workers [--people 1000] [--latency 0.1] [--kills 200] [--talking 30] [--seed 1]
                                  [--only throughput|kills|kills-sqlite]

The database server is started in a folder of its own (with fsync); Telegram is emulated and answers each send after ``latency``
seconds. Every program is forked from one that has loaded everything, so a restart takes no time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import multiprocessing
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from bot.channels.telegram import Options, Timing, run
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.send_limits import Rate, Rates
from bot.compiled.snapshot import build_snapshot
from bot.reading.parse import load
from bot.settings import Settings
from bot.storage.database_place import database_of
from tests.authors.folders import BASE
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import Person
from tests.channels.telegram.kills import EXPECTED_LAST, LAST, SCRIPT, UNWANTED
from tests.storage import postgres_server

SNAPSHOT = build_snapshot(load(BASE))
_TALK = (*SCRIPT, LAST)
_PATIENCE = 600.0
_WORK_BETWEEN_KILLS = (1, 12)
"""New replies sent since the last kill: what never comes to work loses nothing, so a program is killed among work."""
_PAUSE_BEFORE_KILL = (0.0, 0.05)


def work(api_url: str, folder: str, database_url: str | None) -> None:
    """One program, until it is told to stop or killed."""
    logging.disable(logging.CRITICAL)
    data = Path(folder)
    settings = Settings(knowledge_dir=BASE, data_dir=data, token=TOKEN, api_url=api_url, database_url=database_url)
    timing = Timing(rates=Rates(*[Rate(100_000, 1.0)] * 3), poll_backoff=Backoff(0.05, 0.5))
    sys.exit(run(settings, lambda: SNAPSHOT, database_of(settings), Options(timing=timing)))


@dataclass
class Programs:
    """Programs that run."""

    api_url: str
    folder: Path
    database_url: str | None
    running: list[BaseProcess] = field(default_factory=list)

    def begin(self, count: int) -> None:
        """Start so many."""
        self.running = [self._started() for _ in range(count)]

    def kill(self, which: int) -> None:
        """End one as a power cut would, and start another in its place."""
        self.running[which].kill()
        self.running[which].join()
        self.running[which] = self._started()

    def end(self) -> None:
        """Tell all to stop."""
        for process in self.running:
            process.terminate()
        for process in self.running:
            process.join()

    def _started(self) -> BaseProcess:
        context = multiprocessing.get_context("forkserver")
        process = context.Process(target=work, args=(self.api_url, str(self.folder), self.database_url))
        process.start()
        return process


@dataclass
class Report:
    """What came of it. ``disordered`` conversations had a reply before its turn; ``right`` ones ended as they had to; nobody had
    the same reply more than ``most_alike`` times.
    """

    programs: int
    database: str
    conversations: int = 0
    right: int = 0
    lost: int = 0
    twice: int = 0
    disordered: int = 0
    repeated: int = 0
    most_alike: int = 0
    kills: int = 0
    seconds: float = 0.0
    per_second: float = 0.0

    def add(self, texts: list[str], expected: list[str]) -> None:
        """Count one conversation that is over."""
        distinct = list(dict.fromkeys(texts))
        self.conversations += 1
        self.right += EXPECTED_LAST in texts[-1]
        self.twice += UNWANTED in texts[-1]
        self.lost += len(set(expected) - set(distinct))
        self.disordered += distinct != expected
        self.repeated += len(texts) - len(distinct)
        self.most_alike = max(self.most_alike, *map(texts.count, distinct))


class Slow(Emulator):
    """Answers a send after a while, as the real one does. Keeps what each was ``told``; ``news`` counts what is no repetition."""

    def __init__(self, latency: float = 0.0) -> None:
        super().__init__(record=False)
        self.latency = latency
        self.told: dict[int, list[str]] = defaultdict(list)
        self.news = 0

    async def _sendMessage(self, params: Any) -> Any:  # noqa: N802 - the method's name
        sent = await super()._sendMessage(params)
        told = self.told[params["chat_id"]]
        self.news += sent["text"] not in told
        told.append(str(sent["text"]))
        self.wake()
        await asyncio.sleep(self.latency)
        return sent


async def talk(emulator: Slow, who: int) -> list[str]:
    """One conversation, each message after the answer to the last."""
    person, told = Person(emulator, who), emulator.told[who]
    for number, text in enumerate(_TALK, start=1):
        person.says(text)
        await emulator.until(lambda wanted=number: len(set(told)) >= wanted, _PATIENCE)  # type: ignore[misc]
    return told


async def throughput(emulator: Slow, programs: Programs, count: int, people: int) -> Report:
    """Everybody says everything at once."""
    report = Report(count, "postgresql" if programs.database_url else "sqlite")
    programs.begin(count)
    expected = await talk(emulator, 1)
    before, everybody = emulator.news, range(10_000, 10_000 + people)
    began = time.perf_counter()
    for text in _TALK:
        for person in everybody:
            Person(emulator, person).says(text)
    await emulator.until(lambda: emulator.news - before >= people * len(_TALK), 10 * _PATIENCE)
    report.seconds = time.perf_counter() - began
    report.per_second = round(people * len(_TALK) / report.seconds, 1)
    for person in everybody:
        report.add(emulator.told[person], expected)
    return report


async def kills(
    emulator: Slow, programs: Programs, count: int, wanted: int, talking: int, chance: random.Random
) -> Report:
    """People talk without a break while one program after another is killed."""
    report = Report(count, "postgresql" if programs.database_url else "sqlite")
    programs.begin(count)
    expected = await talk(emulator, 1)
    over, numbers = asyncio.Event(), iter(range(20_000, 1 << 30))

    async def talk_on() -> None:
        while not over.is_set():
            report.add(await talk(emulator, next(numbers)), expected)

    began = time.perf_counter()
    talkers = [asyncio.create_task(talk_on()) for _ in range(talking)]
    while report.kills < wanted and not any(task.done() for task in talkers):
        goal = emulator.news + chance.randint(*_WORK_BETWEEN_KILLS)
        await emulator.until(lambda goal=goal: emulator.news >= goal, _PATIENCE)  # type: ignore[misc]
        await asyncio.sleep(chance.uniform(*_PAUSE_BEFORE_KILL))
        await asyncio.to_thread(programs.kill, chance.randrange(count))
        report.kills += 1
    over.set()
    await asyncio.gather(*talkers)
    report.seconds = time.perf_counter() - began
    return report


async def played(play: Callable[[Slow, Programs], Awaitable[Report]], database_url: str | None, latency: float) -> Report:
    """One play on a fresh server and data folder; the programs are ended whatever comes of it."""
    emulator = Slow(latency)
    await emulator.start()
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(emulator.url, Path(folder), database_url)
        try:
            report = await play(emulator, programs)
        finally:
            await asyncio.to_thread(programs.end)
            await emulator.stop()
    report.seconds = round(report.seconds, 1)
    return report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--latency", type=float, default=0.1)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--talking", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("throughput", "kills", "kills-sqlite"))
    given = parser.parse_args()
    multiprocessing.get_context("forkserver").set_forkserver_preload(["benchmarks.workers"])
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        server = stack.enter_context(postgres_server.running(durable=True))
        if given.only in (None, "throughput"):
            one, three = (measure_throughput(server.create(), count, given) for count in (1, 3))
            print(f"3 programs against 1: {three.per_second / one.per_second:.2f}")
        if given.only in (None, "kills"):
            measure_kills(server.create(), 3, given)
        if given.only != "throughput":
            measure_kills(None, 1, given)


def measure_throughput(database_url: str, count: int, given: argparse.Namespace) -> Report:
    """So many programs, all people at once."""
    return told(asyncio.run(played(lambda e, p: throughput(e, p, count, given.people), database_url, given.latency)))


def measure_kills(database_url: str | None, count: int, given: argparse.Namespace) -> Report:
    """So many programs, killed one after another."""
    chance = random.Random(given.seed)
    return told(asyncio.run(played(lambda e, p: kills(e, p, count, given.kills, given.talking, chance), database_url, 0.0)))


def told(report: Report) -> Report:
    """Print what came of it."""
    print(json.dumps(asdict(report)), flush=True)
    return report


if __name__ == "__main__":
    main()
