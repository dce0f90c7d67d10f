"""Sums in words: the total first, then the working line by line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from bot.dialogue.case import Case
from bot.dialogue.findings import Worked
from bot.dialogue.replies.told import Row, Statement
from bot.language.numerals import figures
from bot.model.measure import Measure
from bot.model.reply import LineKind
from bot.rules.amounts import Sum

_IF_INCLUDED = "确认算在内的，"
_FOR_ONE = "这是一个人的数，几个人请分别算。"


def yuan(amount: int) -> str:
    """An amount as it is written: without separators.

    >>> yuan(27000)
    '27000 元'
    """
    return f"{amount} 元"


def sum_rows(worked: Worked, measure: Measure, case: Case, label: str = "") -> list[Row]:
    """The total, or what it may come to, then how it comes about."""
    opening = Row((Statement(_total(worked, measure, case)),), label, LineKind.SUM, kept=True)
    working = [Row((Statement(text),), kind=LineKind.SUM, held=True) for text in _workings(worked, case)]
    for_one = worked.sum.people == 1 and worked.sum.total is not None and case.signals("several-people")
    return [opening, *working, *([Row((Statement(_FOR_ONE),), kind=LineKind.NOTE)] if for_one else [])]


def figures_of(worked: Worked) -> frozenset[str]:
    """Every figure the working shows, as the guard knows them: products, and the dates a range was counted from."""
    result = worked.sum
    shown = [str(number) for line in result.lines for number in (line.units, line.rate, line.total)]
    shown += [str(result.people), str(result.for_one), str(result.total), *map(str, _possible(result))]
    return frozenset([*shown, *_numbers(worked.workings)])


def _numbers(workings: Iterable[str]) -> list[str]:
    return [number for working in workings for number in figures(working)]


def _total(worked: Worked, measure: Measure, case: Case) -> str:
    result, amount = worked.sum, worked.amount
    note = f"，{amount.note}" if amount.note else ""
    included = _IF_INCLUDED if worked.open_to else ""
    if result.total is not None:
        return f"{included}一共 {yuan(result.total)}{note}。"
    lengths = [period.units for period in case.memory.periods if period.fact == amount.counts]
    if len(lengths) > len(set(lengths)):
        return f"要看{_deciding(worked, measure, case)}，每一段是这样："
    possible = "或 ".join(dict.fromkeys(yuan(total) for total in _possible(result)))
    return f"{included}{possible}，看{_deciding(worked, measure, case)}{note.replace('，', '；', 1)}。"


def _possible(result: Sum) -> list[int]:
    """Every total it may come to: one rate for each stretch of units. Stretches of equal length cannot be told apart here."""
    by_units: dict[int, list[int]] = {}
    for line in result.lines:
        by_units.setdefault(line.units, []).append(line.total)
    return [sum(chosen) * result.people for chosen in product(*by_units.values())]


def _deciding(worked: Worked, measure: Measure, case: Case) -> str:
    """What the rate depends on, in the author's words where an entitlement asks for the same fact."""
    missing = worked.sum.missing[0] if worked.sum.missing else ""
    for item in measure.entitlements:
        asked = {getattr(requirement.if_, "fact", None) for requirement in item.requires}
        if item.depends is not None and missing in asked:
            return item.depends.partition("：")[0]
    fact = case.snapshot.definitions.get(missing)
    return fact.title if fact is not None else "情况"


def _workings(worked: Worked, case: Case) -> list[str]:
    result = worked.sum
    unit = case.snapshot.definitions[worked.amount.counts].unit
    lines = list(worked.workings)
    lines += [f"{x.units} {unit} × {x.rate} 元 = {yuan(x.total)}（{x.label}）" for x in result.lines]
    if result.people > 1 and result.for_one is not None and result.total is not None:
        lines.append(f"{result.people} 人 × {yuan(result.for_one)} = {yuan(result.total)}")
    return lines
