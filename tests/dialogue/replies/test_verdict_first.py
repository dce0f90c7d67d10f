"""What answers where somebody's case is at stake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures
from bot.dialogue.replies.measures import measures_reply
from bot.dialogue.replies.verdict_first import verdict_first
from bot.model.condition import FactTest
from bot.model.measure import Instead
from bot.model.reply import LineKind
from bot.model.truth import Truth
from bot.rules.facts import evaluate
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


def test_behind_a_refusal_stands_what_is_written_for_such_a_person(case: MakeCase) -> None:
    here = case(Said(region="jia", stated={"staff": "no"}), facets=("who",))
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    on = judgment.findings.found[0]
    assert on.verdict is not None
    holds, fails = (FactTest.model_validate({"fact": "staff", "is": value}) for value in ("no", "yes"))
    assert (evaluate(holds, here.facts), evaluate(fails, here.facts)) == (Truth.YES, Truth.NO)
    instead = (Instead(when=fails, say="本人另有津贴。"), Instead(when=holds, say="家属另有慰问。"), Instead(say="都有慰问。"))
    verdict = replace(on.verdict, entitlement=on.verdict.entitlement.model_copy(update={"instead": instead}))
    told = [row.line.text for row in verdict_first(replace(on, verdict=verdict), here, "")]
    assert told[:2] == ["不符合：补助只发给医务人员。", "家属另有慰问。"]
    assert not {"本人另有津贴。", "都有慰问。"} & set(told)


def test_a_place_that_is_only_told_singles_out_no_verdict_before_what_is_asked(start: Start) -> None:
    reply = start("guangdong").say("我妹在武汉支援，听说队里有人定期问他们的难处，有这回事吗")
    assert "定期了解困难" in reply.text.splitlines()[0]


@pytest.mark.parametrize("text", ["咱科室能拿到工作补助吗", "我做流调的，能不能领工作补助"])
def test_where_yes_or_no_is_asked_a_figure_left_open_does_not_come_first(text: str, start: Start) -> None:
    assert start("guangdong").say(text).text.startswith("有：医务防疫人员有工作补助")


def test_a_detail_asked_before_what_nobody_is_given_comes_first(start: Start) -> None:
    first, second, *_ = start("hongqiao").say("疗养要自费吗，可以带上我爸妈吗").text.splitlines()
    assert "管不管疗养" in first
    assert "没写带不带家属" in second
