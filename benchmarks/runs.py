"""What the two benchmarks of sums share: seeds told out to processes, verdicts counted, a table by form, and the time it took."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pool

Job = tuple[int, int]
"""A seed, and how many talks are made of it."""

Found = tuple[Counter[tuple[str, str]], list[str]]
"""Verdicts by form, and the talks that went wrong, each as one line that begins with its verdict."""

ALL = "all"
"""The form under which every talk is counted."""


@dataclass(frozen=True)
class Benchmark:
    """How talks are run: ``job`` at the top of its module, since processes import it; one false in ``bearable`` fails."""

    job: Callable[[Job], Found]
    verdicts: tuple[str, ...]
    chunk: int
    number: int
    bearable: float = 0.0

    def main(self, number: int | None = None, seed: int = 1, *, errors: bool = False, processes: int = 2) -> int:
        """Run and tell; the exit code is 1 if more sums were false than can be borne."""
        began, total = time.perf_counter(), number or self.number
        jobs = [(seed * 1_000_003 + at, min(self.chunk, total - at * self.chunk)) for at in range(-(-total // self.chunk))]
        counted: Counter[tuple[str, str]] = Counter()
        with Pool(processes) as pool:
            for found, wrong in pool.imap_unordered(self.job, jobs):
                counted += found
                for line in wrong:
                    if errors or line.startswith("false"):
                        print(line)
        self._tell(counted)
        print(f"{counted.total()} verdicts in {time.perf_counter() - began:.0f} s")
        return int(counted[ALL, "false"] > self.bearable * total)

    def _tell(self, counted: Counter[tuple[str, str]]) -> None:
        for form in sorted({form for form, _ in counted}, key=lambda form: (form == ALL, form)):
            total = sum(counted[form, said] for said in self.verdicts)
            print(f"{form:22} {total:8}", *(f"{said} {counted[form, said] / total:7.3%}" for said in self.verdicts))


def run(benchmark: Benchmark) -> int:
    """What the command line says: ``[number] [seed] [--errors]``."""
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    return benchmark.main(*numbers, errors="--errors" in sys.argv)
