"""The sum a message is about, if units are known."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import Worked
from bot.language.question_forms import Form
from bot.model.measure import Amount, Measure
from bot.model.tally import Doubt, Reason
from bot.rules.totals import add_up, between_two
from bot.rules.verdict import Kind, assess

_OF_TIME = (Reason.MONTHS, Reason.ROUGHLY, Reason.HALVES)
"""Why a length of time cannot be told: where money is asked beside it, the sum is meant."""


def sum_of(case: Case, measure: Measure) -> Worked | None:
    """A sum, if units are known and this turn is about money."""
    if not about_money(case) or (case.region is None and len(case.said.spoken.regions) > 1):
        return None
    for amount in measure.amounts:
        standing = standing_of(case, measure, amount)
        tally = case.counted(amount.counts)
        if standing is Kind.INELIGIBLE or tally is None:
            continue
        counted = case.snapshot.definitions[amount.counts]
        result = add_up(amount, tally, case.facts, counted.unit or "", of_homes=counted.per_household)
        if result is not None and case.said.counting.difference and between_two(result):
            return Worked(amount, replace(result, difference=True), open_to=standing is Kind.SILENT)
        if result is not None:
            result = replace(result, paid=case.said.counting.paid) if result.total is not None else result
            return Worked(amount, result, open_to=standing is Kind.SILENT)
    return None


def about_money(case: Case) -> bool:
    """Whether this turn is about what is paid."""
    return case.asks("amount") or bool(case.said.counting) or case.answers or not case.facets


def doubt_about(case: Case, measure: Measure) -> Doubt | None:
    """Why a sum of the measure cannot be told though it is what the turn is about: something is counted, or a sum asked for."""
    if not isinstance(case.tally, Doubt) or not about_money(case):
        return None
    waits = case.before.pending is not None and case.before.pending.fact == case.tally.fact
    impossible = case.tally.reason in (Reason.DATES, Reason.NO_SUCH_DAY) and bool(case.tally.said)
    counting = case.said.counting
    if _asks_besides(case):
        return None
    in_hand = bool(case.before.tally.spells and counting.doubts) and (not case.facets or case.asks("amount"))
    counts = counting.spells or counting.edge or impossible or in_hand or case.tally.reason is Reason.HOW_OFTEN
    left_open = bool(counting.doubts) or (not counting and case.tally == case.before.tally.doubt)  # 干了两个月 — 补助多少
    counts = counts or (case.asks("amount") and left_open and case.tally.reason in _OF_TIME)
    if not waits and not counts and not case.signals("sum"):
        return None
    return case.tally if any(amount.counts == case.tally.fact for amount in measure.amounts) else None


def _asks_besides(case: Case) -> bool:
    """Whether another side than the sum is asked, which a doubt about a count is no answer to: 要交税吗; 干了八年，按人头还是按户."""
    counting, said = case.said.counting, case.said
    sides = [case.snapshot.facet_by_id[facet] for facet in said.facets]
    of_another = any(side.silent is not None or side.contacts or side.deadline or side.source for side in sides)
    besides = of_another and not counting.counted
    by_the_way = bool(counting.doubts) and said.asks and not sides and Form.OTHER not in said.forms
    return not case.answers and not case.signals("sum") and (besides or by_the_way)


def standing_of(case: Case, measure: Measure, amount: Amount) -> Kind | None:
    """What the amount's entitlement says of this person, if it has one."""
    item = next((item for item in measure.entitlements if item.id == amount.entitlement), None)
    verdict = assess(item, case.facts) if item is not None else None
    return verdict.kind if verdict is not None else None
