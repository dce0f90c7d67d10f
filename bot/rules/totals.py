"""Sums of money over what was counted: rate × units, person by person, with the working."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.model.condition import AllOf, FactTest, fact_tests
from bot.model.measure import Amount, Case
from bot.model.tally import Said, Spell, Tally
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate

_MOST_RATES = 4
"""Rates for one spell beyond which no list of them is told."""


@dataclass(frozen=True, slots=True)
class Working:
    """One product of a sum: a spell at a rate, for each of ``people``. ``label`` names the case and its multipliers."""

    spell: Spell
    rate: int
    label: str
    unit: str
    of_homes: bool = False
    """Whether it is paid for each home, and not for each person."""

    @property
    def low(self) -> int:
        """Yuan at least."""
        return self.spell.low * self.rate * self.spell.people

    @property
    def high(self) -> int:
        """Yuan at most."""
        return self.spell.high * self.rate * self.spell.people


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of products. ``choices`` are the ways it may come out while ``missing`` facts are open: one when it is settled.

    All choices have the same spells, each at the rates that may apply to it.
    """

    choices: tuple[tuple[Working, ...], ...]
    missing: tuple[str, ...] = ()
    note: str = ""
    difference: bool = False
    """By how much its two products differ is asked, not their total."""
    paid: int = 0
    """Yuan that were paid of it, as the message tells; 0 where it tells of none."""

    @property
    def settled(self) -> bool:
        """Whether only one rate may apply to each spell."""
        return len(self.choices) == 1

    @property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """Least and most yuan, for each choice."""
        if self.difference:
            return tuple((abs(one.low - other.low),) * 2 for one, other in self.choices)
        return tuple((sum(w.low for w in choice), sum(w.high for w in choice)) for choice in self.choices)

    @property
    def total(self) -> int | None:
        """Yuan, where it is one number."""
        low, high = self.bounds[0]
        return low if self.settled and low == high else None

    @property
    def workings(self) -> tuple[Working, ...]:
        """The products of all choices, spell by spell: each once for its spell, but two spells that are alike are two."""
        return tuple(working for way in zip(*self.choices, strict=True) for working in dict.fromkeys(way))


def add_up(amount: Amount, tally: Tally, facts: Facts, unit: str, *, of_homes: bool = False) -> Sum | None:
    """The sum of an amount over what was counted of its units. None if nothing was counted or no rate applies.

    ``facts`` hold for all spells, except those that some spell states for itself.
    """
    spells = tally.of(amount.counts)
    told = {name for spell in spells for name, _ in spell.facts}
    ways: list[list[Working]] = []
    missing: dict[str, None] = {}
    for spell in spells:
        own = facts.instead(told, dict(spell.facts)) if len(spells) > 1 else facts.instead(spell.apart, dict(spell.facts))
        ways.append([Working(spell, rate, label, unit, of_homes) for rate, label in rates(amount, own)])
        if len(ways[-1]) > 1:
            missing.update(dict.fromkeys(_open_facts(amount, own)))
    if not ways or not all(ways):
        return None
    return Sum(tuple(_choices(ways)), tuple(missing), amount.note or "")


def between_two(result: Sum) -> bool:
    """Whether a sum has two exact products, so that their difference can be told."""
    return result.settled and len(result.choices[0]) == len({*result.choices[0]}) == 2 and all(w.spell.exact for w in result.workings)


def _choices(ways: Sequence[Sequence[Working]]) -> Iterable[tuple[Working, ...]]:
    """Every way the sum may come out; spells open in the same way are decided alike, person by person."""
    most = max(len(way) for way in ways)
    open_ways = [way for way in ways if len(way) > 1]
    if len({tuple((w.label, w.rate) for w in way) for way in open_ways}) <= 1:
        return [tuple(way[min(at, len(way) - 1)] for way in ways) for at in range(most)]
    return [tuple(way[0] for way in ways), tuple(way[-1] for way in ways)]


def together(sums: Sequence[Sum]) -> Sum:
    """Several amounts as one sum."""
    choices: list[tuple[Working, ...]] = [()]
    for one in sums:
        choices = [(*before, *choice) for before in choices for choice in one.choices][:_MOST_RATES]
    missing = dict.fromkeys(fact for one in sums for fact in one.missing)
    notes = [one.note for one in sums if one.note]
    return Sum(tuple(choices), tuple(missing), notes[0] if len(sums) == len(notes) == 1 else "")


def rates(amount: Amount, facts: Facts) -> list[tuple[int, str]]:
    """The rates that may apply, in yuan a unit, with whom each is for. One if it is settled."""
    judged = [(case, evaluate(case.when, facts)) for case in amount.cases]
    possible = [case for case, truth in judged if truth is Truth.YES] or [
        case for case, truth in judged if truth is Truth.UNKNOWN
    ]
    return [_with_multipliers(amount, case, facts) for case in possible]


def _with_multipliers(amount: Amount, case: Case, facts: Facts) -> tuple[int, str]:
    rate, label = case.value, case.label
    for multiplier in amount.multipliers:
        if evaluate(multiplier.when, facts) is Truth.YES:
            rate, label = rate * multiplier.times, f"{label}，{multiplier.label}"
    return rate, label


def tiers(amounts: Iterable[Amount]) -> Mapping[int, Said]:
    """Every rate the amounts give, by its figure, with the facts under which it is given; those given under several are left out."""
    found: dict[int, set[Said]] = {}
    for amount in amounts:
        for case in amount.cases:
            found.setdefault(case.value, set()).add(_tests(case.when))
            for multiplier in amount.multipliers:
                facts = tuple(sorted({*_tests(case.when), *_tests(multiplier.when)}))
                found.setdefault(case.value * multiplier.times, set()).add(facts)
    return {rate: next(iter(facts)) for rate, facts in found.items() if len(facts) == 1}


def _tests(condition: object) -> Said:
    """The facts a plain condition requires: comparisons with one option, alone or joined by "all"."""
    match condition:
        case FactTest(is_=str(option)):
            return ((condition.fact, option),)
        case AllOf(all=parts):
            return tuple(sorted(fact for part in parts for fact in _tests(part)))
        case _:
            return ()


def deciding(amounts: Iterable[Amount]) -> frozenset[str]:
    """The facts on which the rates of amounts depend."""
    known = tuple(amounts)
    conditions = [case.when for amount in known for case in amount.cases if case.when is not None]
    conditions += [multiplier.when for amount in known for multiplier in amount.multipliers]
    return frozenset(test.fact for condition in conditions for test in fact_tests(condition))


def raising(amounts: Iterable[Amount]) -> frozenset[str]:
    """The facts that only multiply a rate: what somebody gets for having been sent away."""
    known = tuple(amounts)
    conditions = [multiplier.when for amount in known for multiplier in amount.multipliers]
    multiplying = {test.fact for condition in conditions for test in fact_tests(condition)}
    return frozenset(multiplying - {test.fact for amount in known for case in amount.cases if case.when for test in fact_tests(case.when)})


def _open_facts(amount: Amount, facts: Facts) -> tuple[str, ...]:
    tests = [test.fact for case in amount.cases if case.when is not None for test in fact_tests(case.when)]
    return tuple(dict.fromkeys(fact for fact in tests if not facts.knows(fact)))
