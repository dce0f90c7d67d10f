"""The sum a message is about, if units are known."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.counting import Count
from bot.dialogue.findings import Worked
from bot.language.numerals import value_of
from bot.model.measure import Amount, Measure
from bot.rules.amounts import add_up
from bot.rules.facts import Facts
from bot.rules.verdict import Kind, assess

_HEADS = re.compile(r"([\d一二两三四五六七八九十]{1,3})(?:个|名|位)(?:人|护士|医生|大夫|同事|队员|姐妹|医护)")
_EACH = re.compile(r"每人|每个人|人均|各\d|各干|各做|都是?\d|一人\d")
_MOST_PEOPLE = 99


def sum_of(case: Case, counts: tuple[Count, ...], measure: Measure) -> Worked | None:
    """A sum, if units are known and this turn is about money."""
    about_money = case.asks("amount") or bool(case.said.quantities) or case.answers or not case.facets
    if not about_money:
        return None
    for amount in measure.amounts:
        standing = standing_of(case, measure, amount)
        units = case.memory.values().get(amount.counts)
        if standing is Kind.INELIGIBLE or not isinstance(units, int):
            continue
        periods = _periods(case, amount.counts)
        result = add_up(amount, periods or [(units, case.facts)])
        if result is not None:
            workings = tuple(q.working for c in counts if c.fact == amount.counts for q in c.parts if q.working)
            result = replace(result, people=1 if periods else _people(case.said.text))
            return Worked(amount, result, workings, open_to=standing is Kind.SILENT)
    return None


def standing_of(case: Case, measure: Measure, amount: Amount) -> Kind | None:
    """What the amount's entitlement says of this person, if it has one."""
    item = next((item for item in measure.entitlements if item.id == amount.entitlement), None)
    verdict = assess(item, case.facts) if item is not None else None
    return verdict.kind if verdict is not None else None


def _periods(case: Case, fact: str) -> list[tuple[int, Facts]]:
    """Each stated period with its own facts; what one period states does not hold in another."""
    periods = [period for period in case.memory.periods if period.fact == fact]
    own = {name for period in periods for name, _ in period.facts}
    known = {**case.memory.values(), **case.said.stated}
    shared = {name: value for name, value in known.items() if name not in own}
    return [(p.units, Facts(case.snapshot.definitions, {**shared, **dict(p.facts)})) for p in periods]


def _people(text: str) -> int:
    """How many people each did what is counted: 三个护士每人10天. One, if it is not said."""
    said = _HEADS.search(text) if _EACH.search(text) else None
    number = value_of(said.group(1)) if said else None
    return int(number) if number is not None and 1 < number <= _MOST_PEOPLE else 1
