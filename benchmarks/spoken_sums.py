"""Sums in running speech, through the whole program: ``python benchmarks/spoken_sums.py [number] [seed] [--errors]``.

Right: the total, or no sum where only a question is right. Silent: no sum where one could be told. False: any other figure.
The table tells them by element, so that a form nobody thought of shows as a row of its own.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import runs
from benchmarks.runs import ALL, Benchmark, Found, Job
from bot.channels.jsonl import converse
from bot.commands.answering_snapshot import ready_snapshot
from bot.compiled.snapshot import Snapshot
from bot.settings import read_settings
from tests.counting.frames import spoken
from tests.counting.speech import Spoken

_CHUNK = 500
_TODAY = date(2020, 6, 1)
_REGION = "hongqiao"
_VERDICTS = ("right", "silent", "false")


@lru_cache(maxsize=1)
def snapshot() -> Snapshot:
    """The program's knowledge, once a process."""
    return ready_snapshot(read_settings(os.environ))


def verdict(one: Spoken, known: Snapshot) -> tuple[str, int | None, str]:
    """right, silent or false, with the sum and the first line told."""
    reply = converse(one.turns, _REGION, known, _TODAY)
    first = reply.text.split("\n", maxsplit=1)[0]
    if reply.amount == one.money:
        return "right", reply.amount, first
    return ("silent" if reply.amount is None else "false"), reply.amount, first


def run(job: Job) -> Found:
    """Verdicts by element, and the conversations that went wrong."""
    seed, number = job
    counted: Counter[tuple[str, str]] = Counter()
    wrong = []
    for one in spoken(seed, number):
        said, got, first = verdict(one, snapshot())
        counted.update((kind, said) for kind in (ALL, *one.kinds))
        if said != "right":
            wrong.append(f"{said} {'·'.join(one.kinds)} | {' / '.join(one.turns)} | want {one.money} got {got} | {first}")
    return counted, wrong


BENCHMARK = Benchmark(run, _VERDICTS, _CHUNK, number=100_000, bearable=0.01)

if __name__ == "__main__":
    sys.exit(runs.run(BENCHMARK))
