"""What was just told of somebody and now is said to be another's: 我援鄂的，一天多少 — 说错了，是我同事去的."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.language.clefts import SAID_TO_BE, TURNED_ROUND, WENT
from bot.language.kinship import NOBODY
from bot.language.negation import NOT_SO
from bot.model.fact import UNSURE, Fact
from bot.model.session import Remembered, Session
from bot.understanding.named import Named
from bot.understanding.people import People
from bot.understanding.said import Said


@dataclass(frozen=True, slots=True)
class GivenOver:
    """Who is who after it, and what is now stated; ``not_theirs``: a stranger did what was told, so its days count no more."""

    people: People
    stated: Mapping[str, str] = field(default_factory=dict)
    not_theirs: bool = False


def given_over(text: str, people: People, session: Session, definitions: Mapping[str, Fact]) -> GivenOver:
    """For a message that takes something back: a relative is the medical worker instead, of whom the facts told with the message
    before are stated; a stranger's are not kept: the opposite is stated of the one, or that it is not known.
    """
    other = _whose(text, people, session.worker)
    if other is None or not session.past or people.kin_as is not None:
        return GivenOver(people)
    before = session.past[-1]
    told = [item for item in session.facts if item not in before.facts and _is_of_staff(item, definitions)]
    if other == NOBODY:
        counted = session.tally != before.tally
        return GivenOver(people, {item.fact: _denied(item, definitions) for item in told}, counted)
    staff = (people.staff - ({session.worker or ""} - set(before.staff))) | {other}
    named = replace(people, staff=frozenset(staff), asked_for=other)
    return GivenOver(named, {item.fact: str(item.value) for item in told})


def _whose(text: str, people: People, worker: str | None) -> str | None:
    """Who is said to be the one instead."""
    return next(
        (
            one.who
            for one in people.named
            if one.who != worker and SAID_TO_BE.search(text[: one.start]) and _did_it(text, one)
        ),
        None,
    )


def _did_it(text: str, one: Named) -> bool:
    """Whether something is said to be done by somebody: 是我爱人|去的; 去的是|我爱人. A stranger is named for nothing else."""
    went = WENT.match(text, one.end)
    if went is None or went.end() > one.end or one.who == NOBODY:
        return went is not None
    return TURNED_ROUND.search(text[: one.start]) is not None


def _is_of_staff(item: Remembered, definitions: Mapping[str, Fact]) -> bool:
    fact = definitions.get(item.fact)
    return fact is not None and fact.of_staff and fact.option(str(item.value)) is not None


def _denied(item: Remembered, definitions: Mapping[str, Fact]) -> str:
    """The opposite of what is yes or no; of one among several kinds nothing follows."""
    fact = definitions[item.fact]
    option = fact.option(str(item.value))
    denied = option.denied if option is not None else None
    return denied if denied is not None and {str(item.value), denied} == {"yes", "no"} else UNSURE


def put_right(said: Said) -> str | None:
    """Whom the clause that takes something back says was meant: 说错了是|我自己，我在急诊."""
    if not said.corrects:
        return None
    first = said.clauses[0]
    called = [one for one in said.people.named if first.start <= one.start and one.end <= first.end]
    told = [one.who for one in called if SAID_TO_BE.search(said.text[: one.start]) and NOT_SO not in said.text[: one.start]]
    return told[0] if told and called[-1].end == first.end else None
