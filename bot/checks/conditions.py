"""Can every condition hold, fail, and be asked for?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from bot.checks.inspection import AnyCondition, Inspection, Path, measures, tests
from bot.model.condition import AllOf, FactTest, fact_tests
from bot.model.fact import Fact
from bot.model.measure import Amount, Entitlement
from bot.model.truth import Truth
from bot.reading.parse import Key
from bot.rules.facts import Facts, FactValue, evaluate

_MOST_CASES = 4_000
"""Combinations tried for one condition; an author's condition has a few dozen."""


def check_conditions(inspection: Inspection) -> None:
    """Conditions of measures and facts that never hold, rates that clash, facts nobody can state.

    A condition that accepts every option is no mistake: it holds as soon as the fact is known.
    """
    for fact in inspection.facts:
        for path, condition in inspection.conditions(fact):
            _can_hold(inspection, ("fact", fact.id), path, condition)
    if inspection.alone is None:
        _circles(inspection)
    for key, _, measure in measures(inspection):
        for path, condition in inspection.conditions(measure):
            if _can_hold(inspection, key, path, condition):
                _can_be_said(inspection, key, path, condition)
        for index, item in enumerate(measure.entitlements):
            _entitlement(inspection, key, ("entitlements", index), item)
        for index, amount in enumerate(measure.amounts):
            _rates(inspection, key, ("amounts", index), amount)


def _can_hold(inspection: Inspection, key: Key, path: Path, condition: AnyCondition) -> bool:
    if not _never(inspection.knowledge.fact_by_id, condition):
        return True
    facts = [inspection.knowledge.fact_by_id[test.fact] for test in fact_tests(condition)]
    ranges = [f"“{fact.id}”只在 {fact.least}～{fact.most} 之间" for fact in facts if fact.kind == "number"]
    remedy = "；".join(ranges) or "一个事实不会同时是两个选项；用 any 或 in 表示“任一”"
    inspection.report(key, path, "这个条件永远不会成立", remedy)
    return False


def _never(facts: Mapping[str, Fact], *together: AnyCondition) -> bool:
    """Whether the conditions cannot hold at once. False where that cannot be told."""
    outcomes = _outcomes(facts, together)
    first = next(outcomes, None)
    return first is not None and Truth.NO in first and all(Truth.NO in outcome for outcome in outcomes)


def _outcomes(facts: Mapping[str, Fact], together: Sequence[AnyCondition]) -> Iterator[tuple[Truth, ...]]:
    """What the conditions come to in every combination of stated facts; nothing where a test is broken anyway."""
    made = [test for condition in together for test in fact_tests(condition)]
    names = list(dict.fromkeys(test.fact for test in made))
    if not all(_fits(test, facts.get(test.fact)) for test in made):
        return
    values = [_values(facts[name], made) for name in names]
    if prod(map(len, values)) > _MOST_CASES:
        return
    for combination in product(*values):
        stated = Facts(facts, dict(zip(names, combination, strict=True)))
        yield tuple(evaluate(condition, stated) for condition in together)


def _fits(test: FactTest, fact: Fact | None) -> bool:
    if fact is None or (fact.kind == "choice") != bool(test.options):
        return False
    return all(fact.option(option) is not None for option in test.options)


def _values(fact: Fact, made: Sequence[FactTest]) -> list[FactValue]:
    """Values worth trying: every option, or both sides of every bound."""
    if fact.kind == "choice":
        return [option.id for option in fact.options]
    bounds = {fact.least, fact.most}
    for test in made:
        if test.fact == fact.id:
            bounds |= {n + step for n in (test.at_least, test.at_most) if n is not None for step in (-1, 0, 1)}
    return sorted(bound for bound in bounds if fact.least <= bound <= fact.most)


def _can_be_said(inspection: Inspection, key: Key, path: Path, condition: AnyCondition) -> None:
    """A presumed fact is never asked for: its other options have to be sayable."""
    for at, test in tests(condition, path):
        fact = inspection.knowledge.fact_by_id.get(test.fact)
        if fact is None or fact.presumed is None or fact.presumed in test.options:
            continue
        options = [option for name in test.options if (option := fact.option(name)) is not None]
        if options and not any(option.says or option.implied_by for option in options):
            message = f"“{fact.id}”默认是“{fact.presumed}”，不会去问，别的选项又没有说法，条件永远轮不到"
            inspection.report(key, at, message, "给这个选项写 says，或去掉 presumed")


def _entitlement(inspection: Inspection, key: Key, path: Path, item: Entitlement) -> None:
    """Requirements have to be compatible with each other and with whom the entitlement is about."""
    needed = [requirement.if_ for requirement in item.requires] + ([item.when] if item.when is not None else [])
    facts = inspection.knowledge.fact_by_id
    if len(needed) > 1 and _never(facts, AllOf(all=tuple(needed))) and not any(_never(facts, c) for c in needed):
        inspection.report(
            key, (*path, "requires"), "when 和 requires 合起来永远不会成立，没有人符合", "核对各条件是不是互相矛盾"
        )
    for index, silence in enumerate(item.silent):
        if item.when is not None and _never(facts, AllOf(all=(item.when, silence.when))):
            at = (*path, "silent", index, "when")
            inspection.report(key, at, "与这一条的 when 矛盾，永远轮不到", "改条件，或把它移到别的条目下")


def _rates(inspection: Inspection, key: Key, path: Path, amount: Amount) -> None:
    """Two rates that hold for the same person leave the sum open for ever."""
    facts = inspection.knowledge.fact_by_id
    for index, case in enumerate(amount.cases):
        for earlier in amount.cases[:index]:
            both = [c.when for c in (earlier, case) if c.when is not None]
            clash = len(both) < 2 or (Truth.YES, Truth.YES) in set(_outcomes(facts, both))
            if clash and earlier.value != case.value:
                message = f"“{earlier.label}”和“{case.label}”两档会同时成立，算不出该用哪一档"
                inspection.report(key, (*path, "cases", index), message, "给每一档写互不重叠的 when")


def _circles(inspection: Inspection) -> None:
    """``implied_by`` must not lead back to its own fact."""
    facts = inspection.knowledge.fact_by_id
    follows = {
        fact.id: {test.fact for option in fact.options if option.implied_by for test in fact_tests(option.implied_by)}
        for fact in facts.values()
    }
    for start in follows:
        reached, open_ = set(), set(follows[start])
        while open_:
            name = open_.pop()
            reached.add(name)
            open_ |= follows.get(name, set()) - reached
        if start in reached:
            place = next(i for i, option in enumerate(facts[start].options) if option.implied_by is not None)
            message = f"事实“{start}”的 implied_by 绕回了它自己"
            inspection.report(("fact", start), ("options", place, "implied_by"), message, "去掉其中一环")
