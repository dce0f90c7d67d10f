"""What is remembered between two messages, and for how long."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.model.fact import Fact, FactOption, Unit
from bot.model.session import Option, Pending, Remembered, Session, from_json, to_json
from bot.model.tally import Spell, Tally

DAY = date(2020, 3, 1)
ROLE = Fact(
    id="role",
    title="岗位",
    question="岗位？",
    options=(FactOption(id="a", label="甲"), FactOption(id="b", label="乙")),
    keep_days=30,
)

ids = st.text(string.ascii_lowercase, min_size=1, max_size=8)
values = ids | st.integers(0, 9999)
remembered = st.builds(Remembered, ids, values, st.dates().map(date.isoformat))
spells = st.builds(Spell, ids, st.integers(1, 366), st.integers(1, 366), ids, facts=st.just((("a", "b"),)))
sessions = st.builds(
    Session,
    region=st.none() | ids,
    elsewhere=st.none() | st.text(max_size=5),
    facts=st.lists(remembered, max_size=4).map(tuple),
    tally=st.builds(Tally, st.lists(spells, max_size=2).map(tuple), st.lists(spells, max_size=2).map(tuple)),
    counted_on=st.none() | st.dates().map(date.isoformat),
    pending=st.none() | st.builds(Pending, ids, st.just(("m-1",)), st.sampled_from(["verdict", "sum", "entitlements"])),
    topics=st.lists(ids, max_size=2).map(tuple),
    options=st.lists(st.builds(Option, st.text(max_size=5), ids), max_size=3).map(tuple),
)


@given(sessions, st.lists(sessions, max_size=3))
def test_a_session_comes_back_as_it_was_stored(session: Session, past: list[Session]) -> None:
    whole = replace(session, past=tuple(past))
    assert from_json(to_json(whole)) == whole


@pytest.mark.parametrize("text", ["", "null", "[]", "{", '{"facts": 3}', '{"pending": {"fact": "a"}}'])
def test_what_is_no_session_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        from_json(text)


def test_a_fact_stated_anew_takes_the_place_of_the_old() -> None:
    session = Session().remember({"role": "a", "days": 3}, DAY).remember({"role": "b"}, DAY)
    assert session.values() == {"days": 3, "role": "b"}


DAYS = Unit(words=("天",), times=1)
COUNTS = Fact(id="days", title="天数", question="几天？", kind="number", unit="天", counted_in=(DAYS,), keep_days=30)


@pytest.mark.parametrize(("days", "kept"), [(0, True), (29, True), (30, False)])
def test_counts_expire_with_their_kind(days: int, kept: bool) -> None:
    tally = Tally((Spell("days", 3, 3),))
    session = Session(tally=tally, counted_on=DAY.isoformat())
    later = session.without_expired({"days": COUNTS}, DAY + timedelta(days=days))
    assert later.tally == (tally if kept else Tally())


def test_facts_stated_anew_leave_the_counts_alone() -> None:
    session = Session(tally=Tally((Spell("days", 3, 3),)))
    assert session.remember({"role": "a"}, DAY).tally == session.tally


@pytest.mark.parametrize(("days", "kept"), [(0, True), (29, True), (30, False), (3000, False)])
def test_facts_expire(days: int, kept: bool) -> None:
    session = Session(region="here").remember({"role": "a"}, DAY)
    later = session.without_expired({"role": ROLE}, DAY + timedelta(days=days))
    assert bool(later.facts) is kept
    assert later.region == "here"


def test_facts_of_a_kind_no_longer_known_are_dropped() -> None:
    assert Session().remember({"gone": "a"}, DAY).without_expired({"role": ROLE}, DAY).facts == ()


def test_nothing_expired_changes_nothing() -> None:
    session = Session().remember({"role": "a"}, DAY)
    assert session.without_expired({"role": ROLE}, DAY) is session
