"""Sums in words: the working line by line, the total first where several lines add up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.dialogue.case import Case
from bot.dialogue.findings import Worked
from bot.model.reply import Line, LineKind
from bot.rules.amounts import money

_SEVERAL = re.compile(r"每人|每个人|人均|各\d|各干|各做|[个名位]护士都|[个名位]医生都|[个名位]人都|我和.{1,6}都|我俩|两口子")
_IF_INCLUDED = "文件没有写这种情况算不算在内；确认算在内的，才是下面的数："
_FOR_ONE = "这是一个人的数，几个人请分别算。"


def sum_lines(worked: Worked, case: Case) -> list[Line]:
    """The working; where the document leaves open whether this person gets the money at all, that is said first."""
    lines = _working(worked, case)
    return [Line(LineKind.NOTE, _IF_INCLUDED), *lines] if worked.open_to else lines


def figures_of(worked: Worked) -> frozenset[str]:
    """Every figure the working shows, as the guard knows them: products, and the dates a range was counted from."""
    result = worked.sum
    shown = [str(number) for line in result.lines for number in (line.units, line.rate, line.total)]
    shown += [str(result.people), str(result.for_one), str(result.total)]
    return frozenset([*shown, *_numbers(worked.workings)])


def _numbers(workings: Iterable[str]) -> list[str]:
    return [number for working in workings for number in re.findall(r"\d+", working)]


def _working(worked: Worked, case: Case) -> list[Line]:
    amount, result = worked.amount, worked.sum
    unit = case.snapshot.definitions[amount.counts].unit
    lines = [Line(LineKind.SUM, working) for working in worked.workings]
    lines += [
        Line(LineKind.SUM, f"{line.label}：{line.units} {unit} × {line.rate} 元 = {money(line.total)}")
        for line in result.lines
    ]
    if result.total is None:
        return lines
    if result.people > 1 and result.for_one is not None:
        product = f"{result.people} 人 × {money(result.for_one)} = {money(result.total)}"
        return [*lines, Line(LineKind.SUM, product), *([Line(LineKind.SUM, amount.note)] if amount.note else [])]
    for_one = len(result.lines) == 1 and _SEVERAL.search(case.said.text) is not None
    note = (amount.note or "") + (_FOR_ONE if for_one else "")
    if len(result.lines) > 1:
        return [Line(LineKind.SUM, f"{amount.title}合计 {money(result.total)}。{note}"), *lines]
    return [*lines, Line(LineKind.SUM, note)] if note else lines
