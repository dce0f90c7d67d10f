"""10,000 questions while the knowledge reloads 100 times: none fails, none mixes two versions, and how long they wait.

    python benchmarks/reload.py [--reloads 100] [--questions 10000] [--knowledge DIR]

Questions arrive on a clock, whether or not the loop is free; a question's time runs from when it was due to when it
was answered, so that a stalled loop counts. The same arrivals without a reload come first, in the same run.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from bot.dialogue.respond import Message, respond
from bot.model.reply import Decision
from bot.model.session import Session
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.startup import open_knowledge
from bot.settings import shipped_knowledge

TODAY = date(2020, 3, 1)
QUESTIONS = (
    "护士一天补多少",
    "按天发的补助找谁领",
    "直接护理确诊病人二十天能领多少",
    "临时性工作补助要交个税吗",
    "援鄂补助翻倍吗",
)
MARKS = ("〔甲版〕", "〔乙版〕")
INTERVAL = 0.02
LEXICON_EVERY = 10
_MEASURE = "regions/hongqiao/measures/hq-09-daily-subsidy.yaml"
_EXAMPLES = re.compile(r"^examples:\n(?:[ #-].*\n?)*", re.MULTILINE)


@dataclass(slots=True)
class Tally:
    """What came of the questions. Times are in seconds."""

    times: list[float] = field(default_factory=list)
    failed: int = 0
    mixed: int = 0
    versions: set[str] = field(default_factory=set)

    def line(self, title: str) -> str:
        """One line for a person."""
        shares = statistics.quantiles(self.times, n=1000)
        worst = max(self.times)
        return (
            f"{title}: {len(self.times)} questions, failed {self.failed}, mixed {self.mixed}, "
            f"p50 {shares[499] * 1e3:.1f} ms, p99 {self.p99 * 1e3:.1f} ms, worst {worst * 1e3:.1f} ms"
        )

    @property
    def p99(self) -> float:
        """Seconds that 99 of 100 questions stay under."""
        return statistics.quantiles(self.times, n=100)[98]


def prepare_folder(source: Path, where: Path) -> Path:
    """A copy whose daily subsidy says in every text which version it is; without examples, which name no version."""
    folder = Path(shutil.copytree(source, where / "knowledge"))
    for file in folder.glob("regions/*/measures/*.yaml"):
        file.write_text(_EXAMPLES.sub("", file.read_text("utf-8")), "utf-8")
    measure = folder / _MEASURE
    marked = re.sub(
        r"^(title: .*|summary: .*|    text: .*)$", rf"\1{MARKS[0]}", measure.read_text("utf-8"), flags=re.MULTILINE
    )
    measure.write_text(marked, "utf-8")
    return folder


def turn_version(folder: Path, count: int) -> None:
    """The other version; every tenth time with a word more in the lexicon, so that the tokenizer changes too."""
    old, new = MARKS[(count + 1) % 2], MARKS[count % 2]
    measure = folder / _MEASURE
    measure.write_text(measure.read_text("utf-8").replace(old, new), "utf-8")
    if count % LEXICON_EVERY == 0:
        words = folder / "lexicon" / "benchmark.yaml"
        words.write_text(
            f"concepts:\n  benchmark-word: [测速专用词{'甲乙丙丁戊己庚辛壬癸'[count // LEXICON_EVERY % 10]}]\n", "utf-8"
        )


async def ask_on_the_clock(holder: KnowledgeHolder, tally: Tally, go_on: Callable[[int], bool]) -> None:
    """One question each interval for as long as ``go_on(asked)``."""
    due = time.perf_counter()
    while go_on(len(tally.times)):
        due += INTERVAL
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        ask(holder, QUESTIONS[len(tally.times) % len(QUESTIONS)], tally)
        tally.times.append(time.perf_counter() - due)


def ask(holder: KnowledgeHolder, question: str, tally: Tally) -> None:
    """One question; its answer must speak of one version only."""
    try:
        reply, _ = respond(Message(question), Session(region="hongqiao"), holder.snapshot, TODAY)
    except Exception:  # noqa: BLE001 - counted
        tally.failed += 1
        return
    said = {mark for mark in MARKS if mark in reply.text}
    tally.failed += reply.decision is not Decision.ANSWER or not said
    tally.mixed += len(said) > 1
    tally.versions |= said


async def reload_often(holder: KnowledgeHolder, folder: Path, reloads: int) -> None:
    """Change the folder, examine it, go live, again and again."""
    for count in range(1, reloads + 1):
        turn_version(folder, count)
        proposal = await holder.prepare()
        if not await holder.confirm("benchmark", proposal.digest):
            raise SystemExit(f"reload {count} was refused: {proposal.errors[:3]}")
        sys.stderr.write(f"\rreload {count}/{reloads}")
    sys.stderr.write("\n")


async def run(folder: Path, data: Path, reloads: int, questions: int) -> int:
    """Both halves and the verdict: 0 if everything holds."""
    holder = open_knowledge(folder, data, now=lambda: datetime.now().astimezone())
    quiet, busy = Tally(), Tally()
    await ask_on_the_clock(holder, quiet, lambda asked: asked < max(1000, questions // 10))
    sys.stdout.write(quiet.line("without reloads") + "\n")
    reloading = asyncio.create_task(reload_often(holder, folder, reloads))
    await ask_on_the_clock(holder, busy, lambda asked: asked < questions or not reloading.done())
    await reloading
    ratio = busy.p99 / quiet.p99
    sys.stdout.write(
        busy.line(f"during {reloads} reloads") + f"\nversions seen: {len(busy.versions)}; p99 ratio {ratio:.2f}\n"
    )
    return 0 if not busy.failed and not busy.mixed and ratio <= 3 else 1


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reloads", type=int, default=100)
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--knowledge", type=Path, default=shipped_knowledge())
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as private:
        folder = prepare_folder(given.knowledge, Path(private))
        return asyncio.run(run(folder, Path(private) / "data", given.reloads, given.questions))


if __name__ == "__main__":
    sys.exit(main())
