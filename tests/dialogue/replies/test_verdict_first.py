"""What answers where somebody's case is at stake."""

from __future__ import annotations

from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures
from bot.dialogue.replies.measures import measures_reply
from bot.dialogue.replies.verdict_first import verdict_first
from bot.model.reply import LineKind
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase
from tests.dialogue.talking import Start


def test_a_refusal_says_so_and_why(case: MakeCase) -> None:
    here = case(Said(region="jia", stated={"staff": "no"}), facets=("who",))
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    reply = measures_reply(judgment.findings, judgment, here)
    assert "不符合：补助只发给医务人员。" in reply.text
    assert reply.outcome == "ineligible"


def test_a_refusal_is_the_first_row(case: MakeCase) -> None:
    here = case(Said(region="jia", stated={"staff": "no"}), facets=("who",))
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    first = verdict_first(judgment.findings.found[0], here, "")[0]
    assert (first.line.text, first.kind, first.kept) == ("不符合：补助只发给医务人员。", LineKind.VERDICT, True)


def test_a_place_that_is_only_told_singles_out_no_verdict_before_what_is_asked(start: Start) -> None:
    reply = start("guangdong").say("我妹在武汉支援，听说队里有人定期问他们的难处，有这回事吗")
    assert "定期了解困难" in reply.text.splitlines()[0]
