"""How each of two people stands where the same is asked of the medical worker and of another: 她的能报吗，我自己的呢."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.first_rows import standing_of
from bot.dialogue.replies.told import Row, Statement
from bot.language.clauses import clauses
from bot.language.kinship import PAYS, PRONOUNS, SELF, SPEAKERS, addressed
from bot.language.question_forms import puts_yes_or_no
from bot.language.statements import behind_label
from bot.model.reply import LineKind
from bot.rules.verdict import Kind, Verdict, assess
from bot.understanding.named import Named

_YOU = "您"


def of_each_person(on: OnMeasure, case: Case) -> list[Row]:
    """A line for the medical worker and one for the other, in that order; nothing where one alone is asked of."""
    verdict, people = on.verdict, case.said.people
    worker = people.worker()
    if verdict is None or verdict.kind is not Kind.INELIGIBLE or verdict.entitlement.refused is not None:
        return []
    if worker in (None, SELF) or people.asked_for in (None, worker) or not _asked_of_worker_first(case, worker):
        return []
    definitions = case.snapshot.definitions
    asked = {fact.id for fact in definitions.values() if fact.relation == "asked"}
    own = assess(verdict.entitlement, case.facts.instead(asked, {}))
    if own is None or own.kind is Kind.INELIGIBLE:
        return []
    return [_row_of(worker, own, case), _row_of(people.asked_for, verdict, case)]


def _asked_of_worker_first(case: Case, worker: str | None) -> bool:
    """Whether a clause that puts yes or no, before the last that asks, names the medical worker, or nobody but who is to pay."""
    text = case.said.text
    *earlier, _ = [stretch for stretch in clauses(text) if puts_yes_or_no(text[slice(*stretch)])] or [(0, 0)]
    for begin, end in earlier:
        inside = [one for one in case.said.people.named if begin <= one.start < end]
        others = [one for one in inside if one.who != worker and not _pays(text, one)]
        told = any(one.who == worker and one.start < end for one in case.said.people.named)
        if told and not others:
            return True
    return False


def _pays(text: str, one: Named) -> bool:
    return one.who == SELF and PAYS.match(text, one.end) is not None


def _row_of(who: str | None, verdict: Verdict, case: Case) -> Row:
    """How somebody stands, under the words they are called by."""
    text = "".join(standing_of(verdict))
    return Row((Statement(behind_label(text)),), f"{_called(who, case)}：", LineKind.VERDICT, kept=True)


def _called(who: str | None, case: Case) -> str:
    """Somebody as the reply calls them: 您爱人, 家里人; the speaker by 您."""
    text = case.said.text
    kin = next((one for one in case.said.people.named if one.who == who and text[one.start : one.end] not in PRONOUNS), None)
    if who == SELF or kin is None:
        return _YOU
    before = kin.start - 1 if kin.mine and text.startswith(SPEAKERS, kin.start - 1) else kin.start
    return addressed(text[before : kin.end])
