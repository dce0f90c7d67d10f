"""What grows with the number of regions: an answer, a start, memory, a reload, the longest hold-up of the loop in it.

    python -m benchmarks.growth [--regions 2 100 2844] [--work DIR] [--no-reload]

One row a number of regions, and what it is of the first row's. Everything is measured in processes of their own: the first
start (which reads, checks and compiles), a start from the cache, answers of which the region is known (asked before, asked
for the first time) and unknown, and a reload after one changed region while the loop ticks. Seconds of the processor are told
beside those of the clock: on a busy machine only they can be compared. A folder and its cache stay in --work for another run.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.made_regions import made_id, make_folder, touch_one
from bot.settings import shipped_knowledge

if TYPE_CHECKING:
    from bot.reloading.hot_reload import KnowledgeHolder

TODAY = date(2020, 3, 1)
QUESTIONS = (
    "护士一天补多少", "孩子上学能优先吗", "心理热线多少", "补助找谁领", "爷爷户口在本区，孩子上幼儿园能优先吗",
    "我在隔离病房干了25天，一共多少", "职称评审有什么倾斜", "家里老人谁照顾", "有没有意外险", "感染了算工伤吗",
)  # fmt: skip
_TICK = 0.002
_WARM = 20
"""Regions that are asked again and again."""

_COLD = 30
"""Regions that are each asked for the first time."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured with so many regions; times in seconds, answers in milliseconds of the processor, memory in MiB."""

    regions: int
    start: float
    start_processor: float
    resident: float
    known: float
    first_asked: float
    unknown: float
    resident_after: float
    reload: float | None = None
    reload_processor: float | None = None
    held_up: float | None = None
    """Milliseconds of the longest hold-up of the loop while the folder was reloaded."""
    held_up_processor: float | None = None
    """The same, of a hold-up no longer than this process had the processor meanwhile: what other programs take is left out."""


def measure(folder: Path, data: Path, *, reload: bool) -> Row:
    """Start, ask and reload in this process, which has done nothing else."""
    began = time.perf_counter()
    from bot.dialogue.respond import Message, respond
    from bot.model.session import Session
    from bot.reloading.startup import open_knowledge

    holder = open_knowledge(folder, data, now=lambda: datetime.now().astimezone())
    start, start_processor = time.perf_counter() - began, time.process_time()
    resident, snapshot = _resident(), holder.snapshot
    regions = list(snapshot.places)
    asked = regions[:: max(1, len(regions) // _WARM)][:_WARM]
    cold = [region for region in regions if region not in asked][:_COLD]

    def ask(within: Iterable[str | None], questions: Sequence[str] = QUESTIONS) -> float:
        """Milliseconds of the processor an answer takes."""
        jobs = [(region, question) for region in within for question in questions]
        begins = time.process_time()
        for region, question in jobs:
            respond(Message(question), Session(region=region), snapshot, TODAY)
        return (time.process_time() - begins) / len(jobs) * 1e3

    first = [ask([region], QUESTIONS[:1]) for region in cold]
    ask(asked)
    ask([None])
    known, unknown = ask(asked * 3), ask([None] * 5)
    after = _resident()
    reloaded = asyncio.run(_reload(holder, folder)) if reload else ()
    first_asked = sum(first) / len(first) if first else known
    return Row(len(regions), start, start_processor, resident, known, first_asked, unknown, after, *reloaded)


async def _reload(holder: KnowledgeHolder, folder: Path) -> tuple[float, float, float, float]:
    """Seconds a reload of one changed region takes, of the processor too, and the longest hold-up in milliseconds, likewise.

    As in a bot that has run for a while: what the examples come to is at hand.
    """
    await holder.answer_ahead()
    gaps: list[tuple[float, float]] = []
    ticking = asyncio.create_task(_tick(gaps))
    _touch(folder)
    began, before = time.perf_counter(), _processor()
    proposal = await holder.prepare()
    if proposal.changes is None or not await holder.confirm("benchmark", proposal.digest):
        raise SystemExit(f"the reload was refused: {proposal.problems[:3]}")
    took, processor = time.perf_counter() - began, _processor() - before
    ticking.cancel()
    await asyncio.gather(ticking, return_exceptions=True)
    return took, processor, max(gap for gap, _ in gaps) * 1e3, max(map(min, gaps)) * 1e3


async def _tick(gaps: list[tuple[float, float]]) -> None:
    """Note by how much later than it should each tick comes, and what this process had of the processor meanwhile."""
    while True:
        began, before = time.perf_counter(), time.process_time()
        await asyncio.sleep(_TICK)
        gaps.append((time.perf_counter() - began - _TICK, time.process_time() - before))


def _touch(folder: Path) -> None:
    """Change one measure of one region."""
    if (folder / "regions" / made_id(0)).is_dir():
        touch_one(folder, 0, time.time_ns() % 100_000)
        return
    file = folder / "regions" / "hongqiao" / "measures" / "hq-01-work-environment.yaml"
    file.write_text(file.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def in_own_process(folder: Path, data: Path, *, reload: bool) -> Row:
    """What ``measure`` finds in a process of its own.

    Raises:
        RuntimeError: with what the process said, if it failed.
    """
    command = [sys.executable, "-m", "benchmarks.growth", "--measure", str(folder), str(data), *(["--reload"] if reload else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_as_installed(data.parent / "bytecode"))
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return Row(**json.loads(done.stdout.splitlines()[-1]))


def _as_installed(bytecode: Path) -> dict[str, str]:
    """The environment in which a process finds its modules compiled, as an installed bot's are, and leaves none in the sources."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return given | {"PYTHONPYCACHEPREFIX": str(bytecode.resolve())}


def rows(numbers: Iterable[int], work: Path, *, reload: bool = True) -> Iterator[tuple[float, Row]]:
    """For each number of regions: seconds of the first start, and what was measured after it."""
    for number in numbers:
        folder, data = work / f"knowledge-{number}", work / f"data-{number}"
        if not folder.is_dir():
            make_folder(shipped_knowledge(), folder, number)
        data.mkdir(mode=0o700, exist_ok=True)
        began = time.perf_counter()
        in_own_process(folder, data, reload=False)
        yield time.perf_counter() - began, in_own_process(folder, data, reload=reload)


def told(first_start: float, row: Row, base: Row) -> str:
    """A row for a person, with what each figure is of the first row's."""
    parts = [f"first start {first_start:.0f} s"]
    for name, value in asdict(row).items():
        before = getattr(base, name)
        parts += [f"{name} {value:.2f} ({value / before:.2f}x)"] if value is not None and before else []
    return "; ".join(parts)


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--regions", type=int, nargs="+", default=[2, 100, 2844])
    parser.add_argument("--work", type=Path)
    parser.add_argument("--no-reload", action="store_true")
    parser.add_argument("--measure", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--reload", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(asdict(measure(*given.measure, reload=given.reload))))
        return 0
    with tempfile.TemporaryDirectory() as private:
        work = given.work or Path(private)
        work.mkdir(parents=True, exist_ok=True)
        base: Row | None = None
        for first_start, row in rows(given.regions, work, reload=not given.no_reload):
            base = base or row
            print(told(first_start, row, base), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
