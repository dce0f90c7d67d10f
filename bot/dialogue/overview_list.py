"""The list of all that somebody is entitled to, first and once more; who is outside the documents gets none."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW
from bot.dialogue.case import Case
from bot.dialogue.entitlements import entitlements, of_the_same
from bot.dialogue.findings import Entitled, Judgment, Leaves, NotForThem
from bot.understanding.standing import for_anyone, outside_by


def declined(case: Case, topic: str) -> Judgment | None:
    """Decline where a stated fact puts the person outside the documents. Nobody is asked first."""
    if for_anyone(topic, case.snapshot):
        return None
    stated = outside_by({**case.memory.values(), **case.said.stated}, case.snapshot)
    return Judgment(NotForThem(*stated, topic), Leaves(topics=(topic,))) if stated is not None else None


def listed_again(case: Case) -> Judgment:
    """The list once more, of whom it was for before."""
    return listing(of_the_same(case))


def in_whole(listed: Judgment) -> Judgment:
    """The list with every measure, not the first three."""
    found = listed.findings
    return replace(listed, findings=replace(found, all=True)) if isinstance(found, Entitled) else listed


def asks_for_more(case: Case) -> bool:
    """Whether a message behind the list says nothing that would change it: 还有呢."""
    said, known = case.said, case.snapshot.definitions
    new = any(known[fact].relation is None for fact in said.stated) or said.counting or said.people.named or said.spoken.region
    return case.before.topics == (OVERVIEW,) and not new


def listing(case: Case) -> Judgment:
    """The list of what somebody may be entitled to, and the question for what it still hangs on."""
    found = entitlements(case)
    if not isinstance(found, Entitled):
        return Judgment(found, Leaves(topics=(OVERVIEW,)), case.memory.pending)
    question = found.question
    return Judgment(found, Leaves(topics=(OVERVIEW,), measures=()), question.pending if question else None)
