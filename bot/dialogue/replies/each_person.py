"""How each of two people stands where the same is asked of the medical worker and of another: 她的能报吗，我自己的呢."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.first_rows import standing_of
from bot.dialogue.replies.told import Row, Statement
from bot.language.clauses import clauses
from bot.language.colleagues import may_work
from bot.language.kin_terms import addressed
from bot.language.kinship import GROUP, HOUSEHOLD, NOBODY, SELF
from bot.language.pronouns import PRONOUNS, SPEAKERS
from bot.language.punctuation import behind_label
from bot.language.question_forms import puts_yes_or_no
from bot.language.questions import asks
from bot.language.semantic_roles import PAYS
from bot.model.reply import LineKind
from bot.rules.verdict import Kind, Verdict, assess
from bot.understanding.named import Named
from bot.understanding.stated import asked_for

_YOU = "您"
_WHOEVER = "要看谁是一线医务人员："
_BOTH = 2


def of_each_person(on: OnMeasure, case: Case) -> list[Row]:
    """A line for the medical worker and one for the other, in that order; nothing where one alone is asked of."""
    verdict, people = on.verdict, case.said.people
    worker = people.worker()
    if verdict is not None and verdict.kind is Kind.ELIGIBLE and not people.staff:
        return _of_whoever_works(verdict, case)
    if verdict is None or verdict.kind is not Kind.INELIGIBLE or verdict.entitlement.refused is not None:
        return []
    if worker is None or people.asked_for in (None, worker) or not _asked_of_worker_first(case, worker):
        return []
    own = assess(verdict.entitlement, case.facts.instead(_asked(case), {}))
    if own is None or own.kind is Kind.INELIGIBLE:
        return []
    return [_row_of(worker, own, case), _row_of(people.asked_for, verdict, case)]


def _asked(case: Case) -> set[str]:
    """The facts that tell whom the question is about."""
    return {fact.id for fact in case.snapshot.definitions.values() if fact.relation == "asked"}


def _of_whoever_works(verdict: Verdict, case: Case) -> list[Row]:
    """That it hangs on which of two is the medical worker, where nobody was said to be: 我老公的能报吗，我自己的呢."""
    said = case.said
    kin = next((one for one in said.people.named if one.who not in (SELF, NOBODY, GROUP, HOUSEHOLD)), None)
    last = said.people.named[-1] if said.people.named else None
    puts = [stretch for stretch in clauses(said.text) if asks(said.text[slice(*stretch)])]
    if kin is None or last is None or last.who != SELF or not may_work(kin.who, said.text[kin.start : kin.end]) or len(puts) < _BOTH:
        return []
    if not puts[0][0] <= kin.start < puts[0][1] or not puts[-1][0] <= last.start < puts[-1][1] or _pays(said.text, last):
        return []
    as_kin = replace(said.people, staff=frozenset({SELF}), asked_for=kin.who)
    other = assess(verdict.entitlement, case.facts.instead(_asked(case), asked_for(as_kin, case.snapshot.definitions)))
    if other is None or other.kind is not Kind.INELIGIBLE:
        return []
    return [Row((Statement(behind_label(other.reasons[0])),), _WHOEVER, LineKind.VERDICT, kept=True)]


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
