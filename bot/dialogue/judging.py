"""Which verdict on a measure is worth telling, and which one fact is worth asking."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.turn import Turn, cued
from bot.model.fact import UNSURE, Fact
from bot.model.measure import Amount, Entitlement, Measure
from bot.model.session import Option, Pending
from bot.model.truth import Truth
from bot.rules.amounts import Sum
from bot.rules.facts import Facts, evaluate
from bot.rules.verdict import Kind, Verdict, assess, next_question

VERDICT_WORDS = {
    Kind.ELIGIBLE: "符合",
    Kind.INELIGIBLE: "不符合",
    Kind.SILENT: "文件没有规定",
    Kind.MISSING: "还差一项",
}
_FIRST_TOLD = (Kind.INELIGIBLE, Kind.SILENT, Kind.ELIGIBLE, Kind.MISSING)
_SUM_WORDS = ("算", "一共", "总共", "合计", "共多少")


def verdict_on(turn: Turn, measure: Measure, topic: str | None) -> Verdict | None:
    """The verdict worth telling: asked for, or decided by what this message states."""
    asked = turn.asks("verdict") or turn.answered_pending or _asks_yes_or_no(turn, measure)
    if not asked and turn.snapshot.pointers_of[measure.id].keys().isdisjoint(turn.stated):
        return None
    facts = turn.facts
    verdicts = [verdict for item in _at_issue(turn, measure, topic) if (verdict := assess(item, facts)) is not None]
    if not verdicts:
        return None
    before = Facts(turn.snapshot.definitions, {k: v for k, v in turn.session.values().items() if k not in turn.stated})
    told = [v for v in verdicts if asked or _decided_now(v, before)]
    if not told:
        return None
    singled = [v for v in told if v.entitlement.cues]
    best = min(singled or told, key=lambda v: _FIRST_TOLD.index(v.kind))
    if best.kind is Kind.ELIGIBLE and not asked:
        return None
    return best


def _asks_yes_or_no(turn: Turn, measure: Measure) -> bool:
    """Whether a question for yes or no singles out one of the measure's entitlements: 补助翻倍吗."""
    singled = any(cued(turn, measure, "entitlement", item.id) for item in measure.entitlements)
    return singled and turn.analysis.text.rstrip("？。").endswith(("吗", "么", "不"))


def _decided_now(verdict: Verdict, before: Facts) -> bool:
    """Whether it is what this message states that makes a refusal or an open point of it."""
    if verdict.kind not in (Kind.INELIGIBLE, Kind.SILENT):
        return False
    earlier = assess(verdict.entitlement, before)
    return earlier is None or earlier.kind is not verdict.kind


def _is_case(turn: Turn, item: Entitlement) -> bool:
    """Whether the facts say that this very case is the person's, whatever the topic was."""
    return item.when is not None and evaluate(item.when, turn.facts) is Truth.YES


def _at_issue(turn: Turn, measure: Measure, topic: str | None) -> list[Entitlement]:
    """Entitlements the question may be about: those its cues single out, else those of the topic that need no cue."""
    fitting = [
        e for e in measure.entitlements if topic is None or not e.topics or topic in e.topics or _is_case(turn, e)
    ]
    singled = [e for e in fitting if e.cues and cued(turn, measure, "entitlement", e.id)]
    applicable = [e for e in singled if evaluate(e.when, turn.facts) is not Truth.NO]
    return applicable or [e for e in fitting if not e.cues]


def question_for(
    turn: Turn, measure: Measure, verdict: Verdict | None, sums: tuple[Amount, Sum] | None
) -> tuple[Fact, Pending] | None:
    """The one fact worth asking now: for a verdict that was asked for, or for a sum."""
    definitions = turn.snapshot.definitions
    if verdict is not None and verdict.kind is Kind.MISSING:
        fact = next_question([verdict], definitions, turn.facts)
        if fact is not None:
            return definitions[fact], Pending(fact, (measure.id,), "verdict")
    if sums is not None and sums[1].missing:
        fact = sums[1].missing[0]
        return definitions[fact], Pending(fact, (measure.id,), "sum")
    if sums is None and measure.amounts and turn.asks("amount") and _wants_sum(turn):
        amount = measure.amounts[0]
        if turn.session.values().get(amount.counts) is None:
            return definitions[amount.counts], Pending(amount.counts, (measure.id,), "sum")
    return None


def _wants_sum(turn: Turn) -> bool:
    return any(word in turn.analysis.text for word in _SUM_WORDS)


def question_options(fact: Fact, verdict: Verdict | None, facts: Facts) -> tuple[Option, ...]:
    """Buttons for a fact, each saying where it leads if that settles the verdict; always with 不清楚."""
    options = [
        Option(_leads_to(option.label, fact.id, option.id, verdict, facts), f"fact:{fact.id}:{option.id}")
        for option in fact.options
    ]
    return (*options, Option(wording.UNSURE_LABEL, f"fact:{fact.id}:{UNSURE}"))


def _leads_to(label: str, fact: str, option: str, verdict: Verdict | None, facts: Facts) -> str:
    if verdict is None or fact not in verdict.missing:
        return label
    after = assess(verdict.entitlement, facts.with_value(fact, option))
    if after is None or after.kind not in (Kind.ELIGIBLE, Kind.INELIGIBLE):
        return label
    return f"{label} → {VERDICT_WORDS[after.kind]}"
