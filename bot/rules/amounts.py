"""Sums of money: rate × units, with the working shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.condition import fact_tests
from bot.model.measure import Amount, Case
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate


@dataclass(frozen=True, slots=True)
class Line:
    """One product: ``units × rate = total`` (yuan), for whom."""

    units: int
    rate: int
    label: str

    @property
    def total(self) -> int:
        """Yuan."""
        return self.units * self.rate


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of lines that add up, or (``alternatives``) of lines of which one applies."""

    lines: tuple[Line, ...]
    alternatives: bool
    missing: tuple[str, ...]
    people: int = 1

    @property
    def for_one(self) -> int | None:
        """Yuan for one person, or None while it depends on a missing fact."""
        return None if self.alternatives else sum(line.total for line in self.lines)

    @property
    def total(self) -> int | None:
        """Yuan for everybody, or None while it depends on a missing fact."""
        return None if self.for_one is None else self.for_one * self.people


def money(amount: int) -> str:
    """Yuan as people read them.

    >>> money(27000)
    '27 000 元'
    """
    return f"{amount:,}".replace(",", " ") + " 元"


def rates(amount: Amount, facts: Facts) -> list[tuple[Case, int, str]]:
    """The rates that may apply: case, yuan per unit, label. One if it is settled."""
    candidates = [(case, evaluate(case.when, facts)) for case in amount.cases]
    settled = [case for case, truth in candidates if truth is Truth.YES]
    possible = settled or [case for case, truth in candidates if truth is Truth.UNKNOWN]
    result = []
    for case in possible:
        times, label = 1, case.label
        for multiplier in amount.multipliers:
            if evaluate(multiplier.when, facts) is Truth.YES:
                times, label = times * multiplier.times, f"{label}，{multiplier.label}"
        result.append((case, case.value * times, label))
    return result


def add_up(amount: Amount, periods: Sequence[tuple[int, Facts]]) -> Sum | None:
    """The sum over periods (units, and the facts that hold in each). None if no rate applies.

    Several periods add up only if each has one rate; a single period with several possible rates gives alternatives.
    """
    lines: list[Line] = []
    open_periods = False
    for units, facts in periods:
        possible = rates(amount, facts)
        if not possible:
            return None
        open_periods = open_periods or len(possible) > 1
        lines += [Line(units, rate, label) for _, rate, label in possible]
    missing = dict.fromkeys(fact for _, facts in periods for fact in _missing(amount, facts)) if open_periods else {}
    return Sum(tuple(lines), open_periods, tuple(missing))


def _missing(amount: Amount, facts: Facts) -> tuple[str, ...]:
    tests = [test.fact for case in amount.cases if case.when is not None for test in fact_tests(case.when)]
    return tuple(dict.fromkeys(fact for fact in tests if not facts.knows(fact)))
