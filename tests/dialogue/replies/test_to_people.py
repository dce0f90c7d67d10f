"""找人工."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import ToPeople
from bot.dialogue.replies.to_people import people_reply
from bot.model.reply import Decision


def test_the_office_of_the_matter_in_hand_comes_first(small: Snapshot) -> None:
    knowledge = small.knowledge
    reply = people_reply(ToPeople(knowledge.measure_by_id["ja-01"], knowledge.region_of["ja-01"]))
    first, second, *_ = reply.text.splitlines()
    assert "县卫健局" in first
    assert "12345" in second
    assert (reply.decision, reply.measures) == (Decision.ANSWER, ("ja-01",))


def test_without_a_matter_the_national_line_is_named_and_nothing_cited() -> None:
    reply = people_reply(ToPeople(None, None))
    assert "12345" in reply.text
    assert (reply.decision, reply.measures) == (Decision.CHAT, ())
