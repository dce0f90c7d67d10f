"""Whether a person gets what an entitlement gives: four verdicts, each with the condition that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.model.condition import AllOf, AnyOf, FactTest, Not, fact_tests
from bot.model.fact import Fact
from bot.model.measure import Entitlement
from bot.model.truth import Truth
from bot.rules.facts import AnyCondition, Facts, evaluate


class Kind(Enum):
    """符合, 不符合, 还差一项, 文件没有规定."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    MISSING = "missing"
    SILENT = "silent"

    @property
    def outcome(self) -> str:
        """The machine interface's three-valued outcome."""
        return self.value if self in (Kind.ELIGIBLE, Kind.INELIGIBLE) else "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict on one entitlement. ``missing`` are facts that could still change it; ``nearest`` is the point next to what is open."""

    kind: Kind
    entitlement: Entitlement
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    nearest: str | None = None


def assess(entitlement: Entitlement, facts: Facts) -> Verdict | None:
    """The verdict, or None if the entitlement is about other people."""
    scope = evaluate(entitlement.when, facts)
    if scope is Truth.NO:
        return None
    if entitlement.refused is not None and scope is Truth.YES:
        return Verdict(Kind.INELIGIBLE, entitlement, (entitlement.refused,))
    truths = [_met(requirement.if_, facts) for requirement in entitlement.requires]
    refused = tuple(r.unmet for r, truth in zip(entitlement.requires, truths, strict=True) if truth is Truth.NO)
    if refused and scope is Truth.YES:
        return Verdict(Kind.INELIGIBLE, entitlement, refused)
    unknown: list[AnyCondition] = [
        r.if_ for r, t in zip(entitlement.requires, truths, strict=True) if t is Truth.UNKNOWN
    ]
    silent = [s for s in entitlement.silent if evaluate(s.when, facts) is Truth.YES]
    open_points = tuple(facts.naming(s.say) for s in silent)
    open_points += tuple(say for part in unknown for test in fact_tests(part) if (say := facts.left_open(test)) is not None)
    if open_points:
        return Verdict(Kind.SILENT, entitlement, open_points, nearest=silent[0].nearest if silent else None)
    if scope is Truth.UNKNOWN and entitlement.when is not None:
        unknown.insert(0, entitlement.when)
    if unknown:
        return Verdict(Kind.MISSING, entitlement, missing=_missing(unknown, facts))
    return Verdict(Kind.ELIGIBLE, entitlement)


def _met(condition: AnyCondition, facts: Facts) -> Truth:
    """Whether a requirement is met; open where it would be met by the medical worker, and the relative asked of may be that one."""
    truth = evaluate(condition, facts)
    as_worker = facts.of_the_worker() if truth is Truth.NO else None
    if as_worker is None:
        return truth
    worker, sure = as_worker
    return Truth.NO if evaluate(condition, worker) is Truth.NO else Truth.YES if sure else Truth.UNKNOWN


def hangs_on_told(verdict: Verdict, facts: Facts) -> bool:
    """Whether how somebody stands would be open but for what was told."""
    unknown = assess(verdict.entitlement, facts.untold())
    return unknown is None or unknown.kind is Kind.MISSING


def refused_in_any_case(entitlements: Sequence[Entitlement], facts: Facts) -> Verdict | None:
    """The refusal, where it is open which case is a person's, and none of them is for such a person: a nephew of any age."""
    refusals = []
    for item in entitlements:
        unmet = tuple(r.unmet for r in item.requires if _met(r.if_, facts) is Truth.NO)
        if evaluate(item.when, facts) is Truth.NO or item.refused is not None or not item.requires:
            continue
        refusals.append(Verdict(Kind.INELIGIBLE, item, unmet))
    return refusals[0] if refusals and all(verdict.reasons for verdict in refusals) else None


def explain(verdict: Verdict, facts: Facts) -> list[str]:
    """The rule path of a verdict, condition by condition, for /why."""
    item = verdict.entitlement
    lines = [f"针对：{_describe(item.when)} → {evaluate(item.when, facts).value}"] if item.when is not None else []
    lines += [f"须满足：{_describe(r.if_)} → {evaluate(r.if_, facts).value}" for r in item.requires]
    lines += [f"没有规定：{_describe(s.when)}" for s in item.silent if evaluate(s.when, facts) is Truth.YES]
    tests = dict.fromkeys(test for r in item.requires for test in fact_tests(r.if_))
    lines += [f"没有规定：{say}" for test in tests if (say := facts.left_open(test)) is not None]
    return lines + (["条文没有给任何人这一项"] if item.refused else [])


def _missing(conditions: list[AnyCondition], facts: Facts) -> tuple[str, ...]:
    """Facts not yet known, in the order the author wrote them."""
    asked = (test.fact for condition in conditions for test in fact_tests(condition))
    return tuple(dict.fromkeys(fact for fact in asked if not facts.knows(fact)))


def _describe(condition: AnyCondition) -> str:
    """A condition in short."""
    match condition:
        case AllOf(all=parts):
            return " 且 ".join(_describe(part) for part in parts)
        case AnyOf(any=parts):
            return "（" + " 或 ".join(_describe(part) for part in parts) + "）"
        case Not(not_=part):
            return f"不是 {_describe(part)}"
        case FactTest():
            return f"{condition.fact}={'|'.join(condition.options) or '数'}"


def next_question(verdicts: list[Verdict], definitions: dict[str, Fact], facts: Facts) -> str | None:
    """The missing fact whose answers settle the most verdicts; earlier-written first among equals."""
    asked = (fact for verdict in verdicts for fact in verdict.missing if fact not in _unasked(verdict.entitlement))
    missing = list(dict.fromkeys(fact for fact in asked if fact in definitions))
    if not missing:
        return None
    return max(missing, key=lambda fact: (_settled(verdicts, definitions[fact], facts), -missing.index(fact)))


def _unasked(item: Entitlement) -> frozenset[str]:
    """Facts that nobody is asked for: those only of requirements that their author lets nobody be asked for."""
    of = {asked: {t.fact for r in item.requires if r.asked is asked for t in fact_tests(r.if_)} for asked in (True, False)}
    return frozenset(of[False] - of[True])


def _settled(verdicts: list[Verdict], fact: Fact, facts: Facts) -> float:
    """Mean number of verdicts that an answer settles: reaches a verdict, or shows that the entitlement is not at issue."""
    answers: list[str | int] = [option.id for option in fact.options] or [fact.least]
    after = [assess(v.entitlement, facts.with_value(fact.id, answer)) for answer in answers for v in verdicts]
    return sum(result is None or result.kind is not Kind.MISSING for result in after) / len(answers)
