"""Somebody who says that they are not whom the documents are for."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.fact import UNSURE
from bot.model.reply import Decision
from bot.understanding.standing import for_anyone, outside_by
from tests.dialogue.talking import Start


def test_a_fact_puts_a_person_outside(snapshot: Snapshot) -> None:
    found = outside_by({"days": 20, "frontline": "no"}, snapshot)
    assert found is not None
    fact, option = found
    assert (fact.id, option.id) == ("frontline", "no")
    assert option.outside


def test_others_do_not(snapshot: Snapshot) -> None:
    assert outside_by({}, snapshot) is None
    assert outside_by({"frontline": "yes", "days": 20, "hubei-team": UNSURE}, snapshot) is None


def test_a_post_that_the_documents_leave_open_is_for_the_measures_to_judge(snapshot: Snapshot) -> None:
    assert outside_by({"frontline": "no", "post": "community"}, snapshot) is None
    assert outside_by({"frontline": "no", "post": "medical"}, snapshot) is not None


def test_another_trade_that_does_epidemic_chores_is_left_to_the_measures_too(snapshot: Snapshot) -> None:
    assert outside_by({"post": "not-medical"}, snapshot) is not None
    assert outside_by({"post": "not-medical", "epidemic-chores": "yes"}, snapshot) is None


def test_what_is_for_anyone_is_so_whoever_asks(snapshot: Snapshot) -> None:
    measures = snapshot.knowledge.measure_by_id.values()
    open_to_all = {topic for measure in measures if measure.anyone for topic in measure.topics}
    assert {topic for topic in snapshot.topic_by_id if for_anyone(topic, snapshot)} == open_to_all
    assert not for_anyone("daily-subsidy", snapshot)


def test_what_kind_of_staff_somebody_is_outweighs_that_they_are_no_medic(start: Start) -> None:
    reply = start("hongqiao").say("我不是医务人员，在医院食堂掌勺，意外险有我吗")
    assert reply.outcome == "unknown"
    assert "文件没写食堂人员" in reply.text


def test_whoever_is_of_no_such_kind_stays_outside(start: Start) -> None:
    assert start("hongqiao").say("我不是医生，能领补助吗").decision is not Decision.ANSWER
