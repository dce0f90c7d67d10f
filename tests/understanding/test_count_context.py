"""What is counted, in the light of what was counted and asked before."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.session import Pending, Session
from bot.model.tally import Doubt, Reason, Spell, Tally
from bot.understanding.hear import hear
from bot.understanding.read import read
from tests.understanding.conftest import Read

WAITS_FOR_DAYS = Session(region="jia", pending=Pending("days", ("ja-01",), "sum"))


def test_a_number_alone_answers_a_question_for_one(said: Read) -> None:
    found = said("12", WAITS_FOR_DAYS)
    assert [(spell.fact, spell.low, spell.high) for spell in found.counting.spells] == [("days", 12, 12)]
    assert found.replies
    assert not said("12").counting.spells


def test_a_bare_number_is_no_number_of_rounds_unless_they_are_asked_for(snapshot: Snapshot) -> None:
    waits = Tally(doubt=Doubt(Reason.HOW_OFTEN, "days", each=6, period=7))
    for fact, number in (("days", 24), ("months", 4)):
        session = Session(region="hongqiao", tally=waits, pending=Pending(fact, ("hq-18",), "sum"))
        found = read(hear("4", snapshot), session, snapshot, 2020)
        assert [(spell.fact, spell.low) for spell in found.counting.spells] == [(fact, number)]


def test_days_off_are_replied_to_only_while_they_are_asked_for(snapshot: Snapshot) -> None:
    tally = Tally((Spell("days", 28, 28),), doubt=Doubt(Reason.DAYS_OFF, "days", "6天", off=6))
    for pending, lows in ((Pending("days", ("hq-09",), "sum"), [6]), (None, [])):
        found = read(hear("在里面", snapshot), Session(region="hongqiao", tally=tally, pending=pending), snapshot, 2020)
        assert [spell.low for spell in found.counting.spells] == lows
