"""我的待遇: where somebody stands with every measure of their region, and the one fact that settles most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import Entitled, NeedsRegion, Question, Standing, Worked
from bot.language.kinship import SELF
from bot.language.semantic_roles import ACTS_FOR, ONLY_ASKS
from bot.model.measure import Measure
from bot.model.session import Pending
from bot.model.truth import Truth
from bot.rules.facts import Facts, evaluate
from bot.rules.totals import add_up
from bot.rules.verdict import Kind, Verdict, assess, hangs_on_told, next_question
from bot.understanding.stated import asked_for

_FAMILY = "family"
"""What any relative is to the medical worker."""


def entitlements(case: Case) -> Entitled | NeedsRegion:
    """The list for the person's region: of what gives a person something, and is not about other people."""
    part = case.snapshot.knowledge.region_by_id.get(case.region or case.memory.region or "")
    if part is None:
        return NeedsRegion()
    verdicts = {measure.id: found for measure in part.measures if (found := _verdicts(case, measure))}
    relative = _asked_for_relative(case)
    facts = case.facts if relative is None else case.facts.with_value(*relative)
    standings = tuple(
        _as_told(_standing(case, measure, verdicts[measure.id]), verdicts[measure.id], facts)
        for measure in part.measures
        if measure.id in verdicts
    )
    return Entitled(part, standings, _question(case, verdicts), relative=relative[1] if relative else None)


def of_the_same(case: Case) -> Case:
    """The case of a tap, 全部 or 还有呢 behind a list: it is of whom that list was for, unless the message says for whom."""
    asked = next((fact for fact, known in case.snapshot.definitions.items() if known.relation == "asked"), None)
    whose = case.before.listed_for
    if asked is None or whose is None or asked in case.said.stated or case.said.people.asked_for is not None:
        return case
    return replace(case, said=replace(case.said, stated={**case.said.stated, asked: whose}))


def _asked_for_relative(case: Case) -> tuple[str, str] | None:
    """The fact that says for whom it is asked and its option, where that is a relative and not the medical worker, or where the
    family is named and the speaker is not: 一线医务人员的家属有哪些待遇.
    """
    asked = next((fact for fact, known in case.snapshot.definitions.items() if known.relation == "asked"), None)
    if asked is None:
        return None
    stated = case.said.stated.get(asked)
    if stated is not None:
        return None if stated == SELF else (asked, stated)
    if _asks_of_oneself(case):
        own = asked_for(replace(case.said.people, asked_for=SELF), {asked: case.snapshot.definitions[asked]})
        return (asked, own[asked]) if own else None
    named = {one.who for one in case.said.people.named}
    family = _family_option(case, asked)
    return (asked, family) if family is not None and _FAMILY in named and SELF not in named else None


def _asks_of_oneself(case: Case) -> bool:
    """Whether the speaker is named in a question for what there is, where another is the medical worker: 我老公去了湖北，我有什么待遇."""
    people, text = case.said.people, case.said.text
    speakers = [one for one in people.named if one.who == SELF]
    helps = any(ONLY_ASKS.match(text, one.end) or ACTS_FOR.match(text, one.end) for one in speakers)
    return bool(speakers) and not helps and bool(people.staff) and SELF not in people.staff and people.asked_for is None


def _family_option(case: Case, asked: str) -> str | None:
    """The option of the fact for whom it is asked that stands for any of the family."""
    return next((option.id for option in case.snapshot.definitions[asked].options if _FAMILY in option.kin), None)


def _verdicts(case: Case, measure: Measure) -> list[Verdict]:
    """The verdicts on what a measure gives, for who is asked for."""
    general = [item for item in measure.entitlements if not item.cues] or list(measure.entitlements)
    relative = _asked_for_relative(case)
    facts = case.facts if relative is None else case.facts.with_value(*relative)
    found = [verdict for item in general if (verdict := assess(item, facts)) is not None]
    family = _family_option(case, relative[0]) if relative is not None else None
    return found if family is None or relative is None else _for_relative(found, facts.with_value(relative[0], family))


def _for_relative(found: list[Verdict], of_family: Facts) -> list[Verdict]:
    """Verdicts for a relative, who has nothing that any of the family is refused; where nothing is sure, the refusals tell most."""
    general = [assess(verdict.entitlement, of_family) for verdict in found]
    refusals = {v.entitlement.id: v for v in general if v is not None and v.kind is Kind.INELIGIBLE}
    left = [refusals.get(verdict.entitlement.id, verdict) for verdict in found]
    if any(verdict.kind is Kind.ELIGIBLE for verdict in left):
        return left
    return [verdict for verdict in left if verdict.kind is Kind.INELIGIBLE] or left


def _standing(case: Case, measure: Measure, verdicts: list[Verdict]) -> Standing:
    kinds = {verdict.kind for verdict in verdicts}
    if Kind.ELIGIBLE in kinds:
        return Standing(measure, Kind.ELIGIBLE, worked=_settled(case, measure))
    kind = next(kind for kind in (Kind.MISSING, Kind.SILENT, Kind.INELIGIBLE) if kind in kinds)
    reason = verdicts[0].reasons[0] if kind is Kind.INELIGIBLE else None
    return Standing(measure, kind, reason)


def _as_told(standing: Standing, verdicts: Sequence[Verdict], facts: Facts) -> Standing:
    """The same with the headline for whom the facts tell of, and whether it is theirs, or may be, by what was told."""
    headline = next((line.text for line in standing.measure.headlines if evaluate(line.when, facts) is Truth.YES), None)
    own = [verdict for verdict in verdicts if verdict.kind is standing.kind and verdict.kind in (Kind.ELIGIBLE, Kind.MISSING)]
    told = headline is not None or any(hangs_on_told(verdict, facts) for verdict in own if verdict.kind is Kind.ELIGIBLE)
    return replace(standing, headline=headline, told=told and bool(own))


def _settled(case: Case, measure: Measure) -> Worked | None:
    """The first of the measure's amounts that comes to one sum."""
    for amount in measure.amounts:
        tally = case.counted(amount.counts)
        unit = case.snapshot.definitions[amount.counts].unit or ""
        result = add_up(amount, tally, case.facts, unit) if tally is not None else None
        if result is not None and result.total is not None:
            return Worked(amount, result)
    return None


def _question(case: Case, verdicts: dict[str, list[Verdict]]) -> Question | None:
    undecided = [v for found in verdicts.values() for v in found if v.kind is Kind.MISSING]
    fact = next_question(undecided, case.snapshot.definitions, case.facts)
    if fact is None:
        return None
    measures = tuple(key for key, found in verdicts.items() if any(fact in v.missing for v in found))
    return Question(case.snapshot.definitions[fact], Pending(fact, measures, "entitlements"))
