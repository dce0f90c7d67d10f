"""False sums: random talks with known truth, from text to money. ``python benchmarks/sums.py [number] [seed] [--errors]``.

Right: the total, or both bounds, or a question where nothing else is true. Asked: a question where a sum could be told.
False: any other figure; there must be none.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from functools import lru_cache
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.language.normalise import Rewriter, fold
from bot.model.knowledge import Knowledge
from bot.model.measure import Amount
from bot.model.tally import Doubt, Tally
from bot.reading.parse import load
from bot.rules.facts import Facts
from bot.rules.totals import add_up, tiers, together
from bot.settings import shipped_knowledge
from bot.understanding.counts.combine import combine
from bot.understanding.counts.reader import Reader
from bot.understanding.counts.tree import Mark
from tests.understanding.counts.oracle import MARKS, Talk, talks

_CHUNK = 5_000


class Program:
    """The part of the program that goes from text to money, without looking for topics."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.rewrite = Rewriter(knowledge.lexicon.rewrites)
        self.reader = Reader(knowledge.facts, knowledge.counting)
        self.facts = knowledge.fact_by_id
        self.amounts: tuple[Amount, ...] = tuple(a for m in knowledge.measure_by_id.values() for a in m.amounts)
        self.tiers = tiers(self.amounts)

    def standard(self, said: str) -> str:
        """A message folded and rewritten."""
        return self.rewrite(fold(said))

    def result(self, talk: Talk) -> tuple[int, int] | None:
        """Bounds of the sum after the last turn; None for a question."""
        tally, bounds = Tally(), None
        amounts = [a for a in self.amounts if {"months": talk.monthly, "days": talk.daily}.get(a.counts)]
        for turn in talk.turns:
            text = self.standard(turn)
            wanted = frozenset(amount.counts for amount in amounts)
            goes_on = bool(tally.spells)
            counting = self.reader.read(
                text, marks(text), year=2020, wanted=wanted, tiers=self.tiers, goes_on=goes_on
            )
            after = combine(tally, counting)
            if isinstance(after, Doubt):
                bounds = None
                continue
            tally = after
            bounds = self._sum(amounts, tally)
        return bounds

    def _sum(self, amounts: list[Amount], tally: Tally) -> tuple[int, int] | None:
        sums = [
            found
            for a in amounts
            if (found := add_up(a, tally, Facts(self.facts, {}), self.facts[a.counts].unit or ""))
        ]
        if not sums:
            return None
        whole = together(sums)
        return whole.bounds[0] if whole.settled else None


def marks(text: str) -> tuple[Mark, ...]:
    """Facts told by the phrases of the talks."""
    found = []
    for phrase, (fact, option) in MARKS.items():
        at = text.find(phrase)
        while at >= 0:
            found.append(Mark(at, at + len(phrase), fact, option))
            at = text.find(phrase, at + 1)
    return tuple(sorted(found, key=lambda mark: mark.start))


def verdict(talk: Talk, got: tuple[int, int] | None) -> str:
    """right, asked or false."""
    truth = talk.truth
    if got is None:
        return "right" if truth.asked else "asked"
    return "right" if got == (truth.low, truth.high) else "false"


@lru_cache(maxsize=1)
def program() -> Program:
    """The program, once a process."""
    return Program(load(shipped_knowledge()))


def run(job: tuple[int, int]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Verdicts by form, and the talks that went wrong."""
    seed, number = job
    counted: Counter[tuple[str, str]] = Counter()
    wrong = []
    for talk in talks(seed, number):
        got = program().result(talk)
        said = verdict(talk, got)
        counted[talk.form, said] += 1
        if said != "right":
            wrong.append(f"{said} {talk.form} {' / '.join(talk.turns)} want {talk.truth} got {got}")
    return counted, wrong


def main(number: int = 1_000_000, seed: int = 1, *, errors: bool = False, processes: int = 2) -> int:
    """Run and tell; the exit code is 1 if any sum was false."""
    began = time.perf_counter()
    jobs = [(seed * 1_000_003 + at, min(_CHUNK, number - at * _CHUNK)) for at in range(-(-number // _CHUNK))]
    counted: Counter[tuple[str, str]] = Counter()
    with Pool(processes) as pool:
        for found, wrong in pool.imap_unordered(run, jobs):
            counted += found
            for line in wrong if errors else [line for line in wrong if line.startswith("false")]:
                print(line)
    _tell(counted, time.perf_counter() - began)
    return int(any(said == "false" for _, said in counted))


def _tell(counted: Counter[tuple[str, str]], seconds: float) -> None:
    total = sum(counted.values())
    by_verdict = {said: sum(n for (_, v), n in counted.items() if v == said) for said in ("right", "asked", "false")}
    for form in sorted({form for form, _ in counted}):
        print(f"{form:22}", *(f"{said} {counted[form, said]}" for said in by_verdict))
    shares = ", ".join(f"{said} {n} ({n / total:.2%})" for said, n in by_verdict.items())
    print(f"{total} talks in {seconds:.0f} s: {shares}")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    sys.exit(main(*numbers, errors="--errors" in sys.argv))
