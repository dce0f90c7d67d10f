"""What is counted in a message, in the light of what the conversation has counted and asked before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.counting.tree import Counting
from bot.language.date_spans import ANY_YEAR
from bot.language.numerals import own_rate
from bot.language.patterns import Spots
from bot.model.session import Session
from bot.model.tally import Doubt, Spell, Tally
from bot.understanding.counting_tools import counting_tools
from bot.understanding.people import People
from bot.understanding.replying import replied
from bot.understanding.said import Act, Clause


def with_reply(
    text: str, stated: dict[str, str], people: People, counting: Counting, session: Session, snapshot: Snapshot
) -> tuple[dict[str, str], Counting]:
    """What is stated and counted, with what a short message says by replying to the question that waits."""
    told = replied(text, stated, people, session, snapshot)
    if isinstance(told, Spell):
        asked = session.tally.doubt
        if asked is not None and asked.each and asked.fact == told.fact:  # 每周 6 天，一共几周 — 8
            number = told.low * asked.each
            told = replace(told, low=number, high=number, working=f"{told.low} × {asked.each}")
        return stated, counting if counting.spells else counting_tools(snapshot).reader.checked(told)
    return {**stated, **told}, counting


def by_rate(text: str, said: Sequence[Clause], session: Session, snapshot: Snapshot) -> dict[str, str]:
    """What the rate that somebody says to get tells of their work, where money paid by rates is in hand: 我是一天三百的."""
    by_id = snapshot.knowledge.measure_by_id
    if not any(by_id[name].amounts for name in session.measures if name in by_id):
        return {}
    for clause in said:
        rate = own_rate(text[clause.start : clause.end]) if clause.act in (Act.TELLS, Act.WISHES) else None
        if rate is not None and rate in counting_tools(snapshot).tiers:
            return dict(counting_tools(snapshot).tiers[rate])
    return {}


def counting_of(
    text: str,
    where: Spots,
    parts: Iterable[PartKey],
    people: People,
    session: Session,
    snapshot: Snapshot,
    year: int,
) -> Counting:
    """What is counted, for the amounts in hand or spoken of."""
    tools = counting_tools(snapshot)
    if not (tools.may_count(text) or session.tally.spells or session.tally.crowd):
        return Counting()
    wanted = _paid_by(parts, session, snapshot)
    marks = tools.marks.find(where, text, people)
    if wanted and snapshot.signal("together").heard(text):
        wanted |= {counts for mark in marks for counts in tools.decided_by.get(mark.fact, ())}
    counting = tools.reader.read(
        text,
        marks,
        year=snapshot.document_year or year,
        wanted=wanted,
        tiers=tools.tiers,
        goes_on=bool(session.tally.spells),
        last=_last_day(session.tally),
        crowd=session.tally.crowd,
        counted=session.tally.spells[-1].fact if session.tally.spells else "",
        told_before=session.tally.spells[0].low if len(session.tally.spells) == 1 and session.tally.spells[0].exact else 0,
        before=_in_question(session),
        works=() if session.tally.spells else session.tally.works,
    )
    if session.tally.spells and snapshot.signal("work-it-out").is_all_of(text):
        counting = replace(counting, total=True)
    asked = session.pending is not None and session.pending.fact in counting.counted
    return replace(counting, replies=True) if asked else counting


def _paid_by(parts: Iterable[PartKey], session: Session, snapshot: Snapshot) -> frozenset[str]:
    """The facts whose units pay, of the measures in hand, spoken of, or that a question waits for."""
    by_id = snapshot.knowledge.measure_by_id
    meant = {*session.measures, *(key.measure for key in parts), *(session.pending.measures if session.pending else ())}
    return frozenset(amount.counts for key in meant if key in by_id for amount in by_id[key].amounts)


def _in_question(session: Session) -> Doubt | None:
    """What kept the last count from being told; days off only while they are asked for."""
    doubt = session.tally.doubt
    waits = doubt is not None and session.pending is not None and session.pending.fact == doubt.fact
    return doubt if doubt is None or waits else replace(doubt, off=0)


def _last_day(tally: Tally) -> date | None:
    """The last day told by the calendar in the conversation."""
    days = tally.spells[-1].days if tally.spells else ()
    last = date.fromordinal(days[-1][1]) if days else None
    return last if last is not None and last.year != ANY_YEAR else None
