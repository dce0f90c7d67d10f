"""Sums of money in a reply, with the working shown."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.turn import Turn
from bot.language.numerals import value_of
from bot.model.measure import Amount, Measure
from bot.model.reply import Line, LineKind
from bot.rules.amounts import Sum, add_up, money
from bot.rules.facts import Facts
from bot.rules.verdict import Kind, assess

_SEVERAL = re.compile(r"每人|每个人|人均|各\d|各干|各做|[个名位]护士都|[个名位]医生都|[个名位]人都|我和.{1,6}都|我俩|两口子")
_HEADS = re.compile(r"([\d一二两三四五六七八九十]{1,3})(?:个|名|位)(?:人|护士|医生|大夫|同事|队员|姐妹|医护)")
_EACH = re.compile(r"每人|每个人|人均|各\d|各干|各做|都是?\d|一人\d")
_MOST_PEOPLE = 99
_IF_INCLUDED = "文件没有写这种情况算不算在内；确认算在内的，才是下面的数："
_FOR_ONE = "这是一个人的数，几个人请分别算。"


def sum_of(turn: Turn, measure: Measure) -> tuple[Amount, Sum] | None:
    """A sum, if units are known and this turn is about money."""
    about_money = turn.asks("amount") or bool(turn.quantities) or turn.answered_pending or not turn.facets
    if not about_money:
        return None
    for amount in measure.amounts:
        if _standing_of(turn, measure, amount) is Kind.INELIGIBLE:
            continue
        units = turn.session.values().get(amount.counts)
        if not isinstance(units, int):
            continue
        periods = _periods(turn, amount.counts)
        result = add_up(amount, periods or [(units, turn.facts)])
        if result is not None:
            return amount, replace(result, people=1 if periods else _people(turn.analysis.text))
    return None


def _standing_of(turn: Turn, measure: Measure, amount: Amount) -> Kind | None:
    """What the amount's entitlement says of this person, if it has one."""
    item = next((item for item in measure.entitlements if item.id == amount.entitlement), None)
    verdict = assess(item, turn.facts) if item is not None else None
    return verdict.kind if verdict is not None else None


def _periods(turn: Turn, fact: str) -> list[tuple[int, Facts]]:
    """Each stated period with its own facts; what one period states does not hold in another."""
    periods = [period for period in turn.session.periods if period.fact == fact]
    own = {name for period in periods for name, _ in period.facts}
    shared = {name: value for name, value in {**turn.session.values(), **turn.stated}.items() if name not in own}
    return [(p.units, Facts(turn.snapshot.definitions, {**shared, **dict(p.facts)})) for p in periods]


def figures_of(turn: Turn, result: Sum) -> frozenset[str]:
    """Every figure the working shows, as the guard knows them: products, and the dates a range was counted from."""
    shown = [str(number) for line in result.lines for number in (line.units, line.rate, line.total)]
    shown += [str(result.people), str(result.for_one)]
    dates = [part for quantity in turn.quantities for part in re.findall(r"\d+", quantity.working or "")]
    return frozenset([*shown, str(result.total), *dates])


def sum_lines(turn: Turn, measure: Measure, amount: Amount, result: Sum) -> list[Line]:
    """The working, line by line; the total first where there are several lines that add up.

    Where the document leaves open whether this person is among those it gives the money to, that is said first.
    """
    lines = _working(turn, amount, result)
    silent = _standing_of(turn, measure, amount) is Kind.SILENT
    return [Line(LineKind.NOTE, _IF_INCLUDED), *lines] if silent else lines


def _people(text: str) -> int:
    """How many people each did what is counted: 三个护士每人10天. One, if it is not said."""
    said = _HEADS.search(text) if _EACH.search(text) else None
    number = value_of(said.group(1)) if said else None
    return int(number) if number is not None and 1 < number <= _MOST_PEOPLE else 1


def _working(turn: Turn, amount: Amount, result: Sum) -> list[Line]:
    unit = turn.snapshot.definitions[amount.counts].unit
    workings = [quantity.working for quantity in turn.quantities if quantity.working and quantity.fact == amount.counts]
    lines = [
        Line(LineKind.SUM, f"{line.label}：{line.units} {unit} × {line.rate} 元 = {money(line.total)}")
        for line in result.lines
    ]
    lines = [*(Line(LineKind.SUM, working) for working in workings), *lines]
    if result.total is None:
        return lines
    if result.people > 1 and result.for_one is not None:
        product = f"{result.people} 人 × {money(result.for_one)} = {money(result.total)}"
        return [*lines, Line(LineKind.SUM, product), *([Line(LineKind.SUM, amount.note)] if amount.note else [])]
    for_one = len(result.lines) == 1 and _SEVERAL.search(turn.analysis.text) is not None
    note = (amount.note or "") + (_FOR_ONE if for_one else "")
    if len(result.lines) > 1:
        return [Line(LineKind.SUM, f"{amount.title}合计 {money(result.total)}。{note}"), *lines]
    return [*lines, Line(LineKind.SUM, note)] if note else lines
