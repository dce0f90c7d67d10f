"""The sides asked for now, and which of them is asked of which measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.measure_choice import Pair
from bot.language.question_forms import Form
from bot.model.measure import Measure
from bot.understanding.two_questions import asked_of_each, of_list

SEVERAL = 2


def shared_out(case: Case, pairs: Sequence[Pair]) -> list[Case]:
    """The sides asked, each for the topic it was asked of: by their order where there are as many as topics."""
    case = case.of_sides(_asked_now(case))
    topics = {topic for _, topic in pairs if topic}
    if len(pairs) < SEVERAL or len(topics) < len(pairs):
        return [case] * len(pairs)
    asked = [topic or "" for _, topic in pairs]
    things = of_list(case.said, asked, case.snapshot)
    if things is not None:
        return [replace(case, said=share, apart=True) for share in things]
    shares = asked_of_each(case.said, asked, case.snapshot)
    if shares is not None:
        return [replace(case, said=share, apart=True).putting(share.facets) for share in shares]
    if not case.facets:
        return [case] * len(pairs)
    one = replace(case, apart=True)
    if len(case.facets) == len(pairs) and not all(case.snapshot.facet_by_id[facet].contacts for facet in case.facets):
        return [one.putting((facet,)) for facet in case.facets]
    known = case.snapshot.facet_by_id
    return [one.putting(tuple(f for f in case.facets if known[f].contacts or _speaks_of(m, f))) for m, _ in pairs]


def _asked_now(case: Case) -> tuple[str, ...]:
    """The sides asked, without those that only a clause that tells speaks of: 条件差得很，谁牵头."""
    asked = {key.facet for key, here in case.said.sides.items() if case.said.asks_with(here)}
    known = case.snapshot.facet_by_id
    told = {key.facet for key in case.said.sides if not known[key.facet].contacts} - asked
    if case.said.asking and not case.said.sides and case.said.forms[-1] is not Form.OTHER:
        return tuple(facet for facet in case.facets if not known[facet].contacts)  # 要等疫情过去才办吗 asks no more for whom
    return tuple(facet for facet in case.facets if not asked or facet not in told)


def _speaks_of(measure: Measure, facet: str) -> bool:
    return any(facet in point.facets for point in measure.points)
