"""Sums of money in a reply, with the working shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.turn import Turn
from bot.model.measure import Amount, Measure
from bot.model.reply import Line, LineKind
from bot.rules.amounts import Sum, add_up, money
from bot.rules.facts import Facts


def sum_of(turn: Turn, measure: Measure) -> tuple[Amount, Sum] | None:
    """A sum, if units are known and this turn is about money."""
    about_money = turn.asks("amount") or bool(turn.quantities) or turn.answered_pending or not turn.facets
    if not about_money:
        return None
    for amount in measure.amounts:
        units = turn.session.values().get(amount.counts)
        if not isinstance(units, int):
            continue
        periods = [(p.units, _with(turn.facts, p.facts)) for p in turn.session.periods if p.fact == amount.counts]
        result = add_up(amount, periods or [(units, turn.facts)])
        if result is not None:
            return amount, result
    return None


def figures_of(result: Sum) -> frozenset[str]:
    """Every figure the working shows, as the guard knows them."""
    shown = [number for line in result.lines for number in (line.units, line.rate, line.total)]
    return frozenset(map(str, [*shown, result.total]))


def sum_lines(turn: Turn, amount: Amount, result: Sum) -> list[Line]:
    """The working, line by line; the total first where there are several lines that add up."""
    unit = turn.snapshot.definitions[amount.counts].unit
    lines = [
        Line(LineKind.SUM, f"{line.label}：{line.units} {unit} × {line.rate} 元 = {money(line.total)}")
        for line in result.lines
    ]
    if result.total is None:
        return lines
    note = amount.note or ""
    if len(lines) > 1:
        return [Line(LineKind.SUM, f"{amount.title}合计 {money(result.total)}。{note}"), *lines]
    return [*lines, Line(LineKind.SUM, note)] if note else lines


def _with(facts: Facts, extra: Sequence[tuple[str, str]]) -> Facts:
    for fact, value in extra:
        facts = facts.with_value(fact, value)
    return facts
