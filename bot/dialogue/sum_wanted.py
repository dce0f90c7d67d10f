"""Whether a sum is wanted, of which kinds of units, and of which measures together."""

from __future__ import annotations

from collections.abc import Sequence

from bot.counting.tree import Relation
from bot.dialogue.case import Case
from bot.dialogue.measure_choice import Pair
from bot.dialogue.measure_labels import deciding_fact
from bot.language.asked_for_what import asks_for_a_rate
from bot.language.rounds_and_parts import only_the_total
from bot.language.set_right import puts_on_top
from bot.model.measure import Measure
from bot.model.tally import Doubt, Tally


def summed_with(case: Case, found: Sequence[Measure]) -> list[Pair]:
    """The other measure of the region whose units are counted too, where a message tells of both or one total of all is asked for."""
    tally = case.tally
    if case.region is None or isinstance(tally, Doubt) or len(found) != 1 or not found[0].amounts:
        return []
    told = {amount.counts for amount in found[0].amounts}
    others = {spell.fact for spell in tally.spells} - told
    part = case.snapshot.knowledge.region_by_id[case.region]
    more = [m for m in part.measures if m is not found[0] and any(amount.counts in others for amount in m.amounts)]
    if len(more) != 1 or not told & {spell.fact for spell in tally.spells} or not _both_meant(case, more[0]):
        return []
    return [(more[0], more[0].topics[0])]


def _both_meant(case: Case, other: Measure) -> bool:
    """Whether a message counts for two measures, or asks for one total of what it tells or names and of what was told before."""
    counting = case.said.counting
    named = any(key.measure == other.id for key in case.said.parts)
    told = {(spell.fact, name) for spell in counting.spells for name, _ in spell.facts}
    sure = named or any((amount.counts, deciding_fact(amount)) in told for amount in other.amounts)
    if sure and len({spell.fact for spell in counting.spells}) > 1 and about_the_sum(case):
        return True
    if case.snapshot.signal("total-alone").is_all_of(case.said.text) or only_the_total(case.said.text):
        return True
    if counting.tells and counting.spells and isinstance(case.tally, Tally) and case.tally.told:
        return True  # 病房干了20天 — 慰问金领了两个月: nothing was asked between, so both are told
    together = counting.total and case.before.tally.told  # 病房干了20天 — 慰问金领了两个月，合到一起多少
    several = len(counting.counted) > 1 or counting.put_in or together or counting.everything or counting.relation is Relation.ADDS or named
    return several and (case.signals("together") or counting.total or counting.everything or puts_on_top(case.said.text))


def of_two_kinds(case: Case) -> bool:
    """Whether one message counts units of two kinds (days and months), so that their total is told with them."""
    counting = case.said.counting
    return len({spell.fact for spell in counting.spells}) > 1 and not counting.apart


def about_the_sum(case: Case) -> bool:
    """Whether a sum may answer: not where only another side of the matter is asked, such as the tax on it."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    aside = [facet for facet in asked if facet.contacts or facet.deadline or facet.source or facet.silent is not None]
    if asked and all(facet.contacts or facet.deadline for facet in asked) and not (case.answers or case.signals("sum")):
        return False
    return bool(case.said.counting) or case.answers or not asked or len(aside) < len(asked)


def asks_no_figure(case: Case) -> bool:
    """Whether another side alone is asked, and no sum, so that a count told by the way needs no asking: 干了一个多月，要不要扣税."""
    asked = [case.snapshot.facet_by_id[facet] for facet in case.facets]
    aside = all(facet.contacts or facet.deadline or facet.source or facet.silent is not None for facet in asked)
    return bool(asked) and aside and not (case.answers or case.signals("sum"))


def wants_a_sum(case: Case) -> bool:
    """Whether money is asked for, or a count that was: else a month by the way is none (热水器坏了一个月没人理)."""
    return case.asks("amount") or case.signals("sum") or bool(case.answers)


def asks_what_a_day_gives(case: Case) -> bool:
    """Whether a message counts nothing and asks what one day gives: days told before make no sum of that."""
    return not case.said.counting and not case.answers and asks_for_a_rate(case.said.text)
