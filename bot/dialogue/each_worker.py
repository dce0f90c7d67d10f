"""How each of two people stands of whose work something was told, where the same is asked of both: 我的涨不涨，他的呢; 我俩都有吗."""

from __future__ import annotations

from bot.dialogue.case import Case
from bot.language.kin_terms import addressed
from bot.language.kinship import HOUSEHOLD, SELF
from bot.language.pronouns import PRONOUNS, SPEAKERS
from bot.model.measure import Entitlement
from bot.rules.facts import Facts
from bot.rules.verdict import Kind, Verdict, assess

_BOTH = 2
_YOU = "您"
_CALLED = {"spouse": "您爱人", "mother": "您妈妈", "father": "您爸爸"}
"""Who was named in an earlier message only; of others nothing is told apart."""


def each_stands(item: Entitlement, case: Case) -> tuple[tuple[str, Verdict], ...]:
    """Each of the two by what they are called, with their verdict, by what was told of that one alone.

    Nothing where one of them is asked of, a fact is lacking, or both stand alike.
    """
    asked = _asked_of(case)
    if len(asked) != _BOTH:
        return ()
    found = [(called, assess(item, _facts_of(who, case))) for who, called in asked.items()]
    stands = tuple((called, verdict) for called, verdict in found if verdict is not None and verdict.kind is not Kind.MISSING)
    alike = len({(verdict.kind, verdict.reasons) for _, verdict in stands}) < _BOTH
    return () if alike else stands


def _asked_of(case: Case) -> dict[str, str]:
    """Those at work whom the clauses that ask name, each with what they are called; the two who are known, where it is 我俩."""
    known, found = _at_work(case), dict[str, str]()
    for one in case.said.people.named:
        if not any(begin <= one.start < end for begin, end in case.said.asking):
            continue
        both = one.who == HOUSEHOLD and len(known) == _BOTH
        for who in sorted(known, key=lambda who: who != SELF) if both else [one.who]:
            found.setdefault(who, _called(who, "" if both else case.said.text[one.start : one.end]))
    return {who: called for who, called in found.items() if who in known and called}


def _at_work(case: Case) -> set[str]:
    """Those known to be medical workers, and those of whom what is asked of such was told: 我去了，我老公没去."""
    told = {item.who for item in case.memory.others} | {item.who for item in case.said.apart}
    return {*case.said.people.staff, *told}


def _called(who: str, term: str) -> str:
    """Somebody as the reply calls them: 您, 您爱人; as the message does, be it by a pronoun."""
    if who == SELF:
        return _YOU
    if term:
        return addressed(term) if term.startswith(SPEAKERS) or term in PRONOUNS else term
    return _CALLED.get(who, "")


def _facts_of(who: str, case: Case) -> Facts:
    """What is known of one of them: what was told of that one, and what is told of no worker in particular."""
    known, memory = case.snapshot.definitions, case.memory
    in_hand = memory.worker in (None, who)
    stated = {
        fact: value
        for fact, value in case.facts.stated.items()
        if fact in known and known[fact].relation is None and (in_hand or not known[fact].of_staff)
    }
    told = {item.said.fact: item.said.value for item in memory.others if item.who == who}
    told |= {item.fact: item.option for item in case.said.apart if item.who == who}
    return Facts(known, {**stated, **told})
