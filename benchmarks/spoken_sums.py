"""Sums in running speech, through the whole program: ``python benchmarks/spoken_sums.py [number] [seed] [--errors]``.

Right: the total, or no sum where only a question is right. Silent: no sum where one could be told. False: any other figure.
The table tells them by element, so that a form nobody thought of shows as a row of its own.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from datetime import date
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.channels.jsonl import converse
from bot.commands.answering_snapshot import ready_snapshot
from bot.compiled.snapshot import Snapshot
from bot.settings import read_settings
from tests.understanding.counts.speech import Spoken, spoken

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


def run(job: tuple[int, int]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Verdicts by element, and the conversations that went wrong."""
    seed, number = job
    counted: Counter[tuple[str, str]] = Counter()
    wrong = []
    for one in spoken(seed, number):
        said, got, first = verdict(one, snapshot())
        counted.update((kind, said) for kind in ("all", *one.kinds))
        if said != "right":
            wrong.append(f"{said} {'·'.join(one.kinds)} | {' / '.join(one.turns)} | want {one.money} got {got} | {first}")
    return counted, wrong


def main(number: int = 100_000, seed: int = 1, *, errors: bool = False, processes: int = 2) -> int:
    """Run and tell; the exit code is 1 if one in a hundred sums or more was false."""
    began = time.perf_counter()
    jobs = [(seed * 1_000_003 + at, min(_CHUNK, number - at * _CHUNK)) for at in range(-(-number // _CHUNK))]
    counted: Counter[tuple[str, str]] = Counter()
    with Pool(processes) as pool:
        for found, wrong in pool.imap_unordered(run, jobs):
            counted += found
            for line in wrong if errors else []:
                print(line)
    _tell(counted, time.perf_counter() - began)
    return int(counted["all", "false"] * 100 >= number)


def _tell(counted: Counter[tuple[str, str]], seconds: float) -> None:
    for kind in sorted({kind for kind, _ in counted}):
        total = sum(counted[kind, said] for said in _VERDICTS)
        print(f"{kind:22} {total:7}", *(f"{said} {counted[kind, said] / total:6.2%}" for said in _VERDICTS))
    print(f"{seconds:.0f} s")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    sys.exit(main(*numbers, errors="--errors" in sys.argv))
