"""Replies and lines that several kinds of reply are made of."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.model.fact import UNSURE, Fact
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option
from bot.rules.facts import Facts
from bot.rules.verdict import Kind, Verdict, assess

VERDICT_WORDS = {
    Kind.ELIGIBLE: "符合",
    Kind.INELIGIBLE: "不符合",
    Kind.SILENT: "文件没有规定",
    Kind.MISSING: "还差一项",
}


def plain(decision: Decision, *texts: str, options: tuple[Option, ...] = (), kind: LineKind = LineKind.TEXT) -> Reply:
    """A reply of plain lines that rests on no measure."""
    return Reply(decision, (Section(tuple(Line(kind, text) for text in texts)),), options=options)


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


def waiting(case: Case) -> tuple[Option, ...]:
    """The buttons of a question that still waits for its answer, so that it can be given after something unreadable."""
    asked = case.memory.pending is not None
    return tuple(option for option in case.before.options if asked or option.action.startswith("region:"))
