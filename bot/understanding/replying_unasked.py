"""What a message says in as few words as a reply, of what was told before, though no question waits: 打错了，接触的; 她不去了."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.compiled.snapshot import Snapshot
from bot.language.assertions import of_oneself, says_only_yes_or_no, without_adverbs
from bot.language.kinship import NOBODY, SELF
from bot.model.condition import fact_tests
from bot.model.fact import UNSURE
from bot.model.session import Session
from bot.understanding.people import People
from bot.understanding.replying import option_replied
from bot.understanding.said import Act, Clause

_TAKEN_BACK = 2
"""Characters beyond which a clause of nobody else takes back what was told before: 不去了, not 没去."""


def set_right(text: str, said: Sequence[Clause], session: Session, snapshot: Snapshot) -> dict[str, str]:
    """What a message that takes something back says, in as few words as a reply, of the one known fact they can mean: 打错了，接触的."""
    if not said or said[0].act is not Act.CORRECTS or len(said) == 1:
        return {}
    found: dict[str, str] = {}
    for clause in said[1:]:
        words = of_oneself(text[clause.start : clause.end])
        for name, known in session.values().items():
            option = option_replied(words, snapshot.definitions[name], snapshot) if len(words) > 1 else None
            if option is not None and option not in (UNSURE, known) and not says_only_yes_or_no(words):
                found[name] = option
    return found if len(found) == 1 else {}


def said_shortly(
    text: str, said: Sequence[Clause], people: People, heard: Collection[str], session: Session, snapshot: Snapshot
) -> dict[str | None, dict[str, str]]:
    """What clauses that only say of somebody what a reply would, 我嫂子|没去, say of the known facts about medical workers.

    Of the speaker, or of nobody named, they say it only against what was told before: 我去武汉 — 走不成了.
    """
    known = {*session.values(), *(item.said.fact for item in session.others), *tested_in_hand(session, snapshot)} - {*heard}
    facts = [fact for name in sorted(known) if (fact := snapshot.definitions.get(name)) is not None and fact.of_staff]
    found: dict[str | None, dict[str, str]] = {}
    for clause in said if facts else ():
        inside = [one for one in people.named if clause.start <= one.start < clause.end]
        if len(inside) > 1 or any(one.who == NOBODY for one in inside):
            continue
        of_another = bool(inside) and inside[0].who != SELF
        who = inside[0].who if inside else people.worker()
        words = without_adverbs(text[inside[0].end if inside else clause.start : clause.end])
        least = 1 if of_another else _TAKEN_BACK
        for fact in facts if len(words) > least and not says_only_yes_or_no(words) else ():
            option = option_replied(words, fact, snapshot)
            if option not in (None, UNSURE) and (of_another or session.values().get(fact.id, option) != option):
                found.setdefault(who, {})[fact.id] = option
    return found


def tested_in_hand(session: Session, snapshot: Snapshot) -> set[str]:
    """The facts that what is in hand asks for."""
    by_id = snapshot.knowledge.measure_by_id
    items = [item for name in session.measures if name in by_id for item in by_id[name].entitlements]
    return {test.fact for item in items for requirement in item.requires for test in fact_tests(requirement.if_)}
