"""False sums: random talks with known truth, from text to money. ``python benchmarks/sums.py [number] [seed] [--errors]``.

Right: the total, or both bounds, or a question where nothing else is true. Asked: a question where a sum could be told.
False: any other figure; there must be none.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import runs
from benchmarks.runs import ALL, Benchmark, Found, Job
from bot.counting.combine import combine
from bot.counting.reader import Reader
from bot.counting.tree import Mark
from bot.language.normalise import Rewriter, fold
from bot.model.knowledge import Knowledge
from bot.model.measure import Amount
from bot.model.tally import Doubt, Tally
from bot.reading.parse import load
from bot.rules.facts import Facts
from bot.rules.totals import add_up, tiers, together
from bot.settings import shipped_knowledge
from tests.counting.oracle import MARKS, Talk, talks

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
                text,
                marks(text),
                year=2020,
                wanted=wanted,
                tiers=self.tiers,
                goes_on=goes_on,
                counted=tally.spells[-1].fact if goes_on else "",
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


def run(job: Job) -> Found:
    """Verdicts by form, and the talks that went wrong."""
    seed, number = job
    counted: Counter[tuple[str, str]] = Counter()
    wrong = []
    for talk in talks(seed, number):
        got = program().result(talk)
        said = verdict(talk, got)
        counted.update((form, said) for form in (ALL, talk.form))
        if said != "right":
            wrong.append(f"{said} {talk.form} {' / '.join(talk.turns)} want {talk.truth} got {got}")
    return counted, wrong


BENCHMARK = Benchmark(run, ("right", "asked", "false"), _CHUNK, number=1_000_000)

if __name__ == "__main__":
    sys.exit(runs.run(BENCHMARK))
