"""A message that goes on and names nobody: of whom it still is."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import Snapshot
from bot.language.assertions import explains
from bot.language.kinship import GRANDPARENTS, NOBODY
from bot.language.question_forms import ends_asking, puts_yes_or_no
from bot.model.session import Session
from bot.understanding.given_over import put_right
from bot.understanding.held import tells_where_held
from bot.understanding.people import names_only_people
from bot.understanding.said import Act, Said
from bot.understanding.standing import asks_of_another_kind
from bot.understanding.stated import asked_for


def still_about(said: Said, session: Session, snapshot: Snapshot) -> Said:
    """A message that goes on and names nobody, asking for yes or no or answering: of whom the last question was about.

    So is one that only tells who is the medical worker: 我是一线护士. One that says whom was meant is of them: 是我婆婆住院.
    """
    meant = _explained(said, snapshot, asks_nobody=session.pending is None) or put_right(said) or session.asked_for
    held = any(tells_where_held(fact, snapshot.definitions) for fact in session.values())
    meant = session.asked_for if meant in GRANDPARENTS and held and said.corrects else meant  # 不是奶奶，是姥姥: whose it is held
    told = session.whether and not said.asks  # 我婆婆能报吗 — 红桥的
    asked = session.pending is not None or puts_yes_or_no(said.text) or ends_asking(said.text) or told
    goes_on = not said.people.named and asked
    tells = Act.TELLS in said.acts <= {Act.TELLS, Act.CORRECTS} and said.people.asked_for is None and bool(said.people.named)
    if meant is None or meant == NOBODY or not (goes_on or tells) or asks_of_another_kind(said, snapshot):
        return said
    people = replace(said.people, asked_for=meant)
    relations = asked_for(people, snapshot.definitions)
    return replace(said, people=people, stated={**relations, **said.stated, **({} if said.asks else relations)})


def _explained(said: Said, snapshot: Snapshot, *, asks_nobody: bool) -> str | None:
    """Whom a statement says was meant, apart from what it takes back: 是我婆婆住院; 不是儿子，是外甥; 我二姨, where nothing is asked of the
    person (``asks_nobody``).
    """
    left = [clause for clause in said.clauses if clause.act is not Act.CORRECTS]
    if not left or (len(left) > 1 and said.corrects):
        return None
    start, end = left[0].start, left[-1].end
    named = [one.who for one in said.people.named if one.start >= start]
    holds = any(snapshot.definitions[fact].held is not None for fact in said.stated)
    explained = explains(said.text[start:end]) or (asks_nobody and names_only_people(said.text, said.people))
    return named[0] if len(named) == 1 and not holds and explained else None
