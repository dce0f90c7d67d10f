"""Measures in words."""

from __future__ import annotations

from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures, on_topics
from bot.dialogue.replies.measures import measures_reply
from bot.model.reply import Reply
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days

HERE = Said(region="jia")


def test_a_sum_comes_first_then_its_working_then_the_footer(case: MakeCase) -> None:
    here = case(Said(region="jia", stated={"role": "ward"}), tally=days(20))
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    reply = measures_reply(judgment.findings, judgment, here)
    lines = reply.text.splitlines()
    total = next(number for number, line in enumerate(lines) if line.startswith("一共 6000 元"))
    assert lines[total + 1].startswith("20 天 × 300 元 = 6000 元")
    assert lines[-1].startswith("问县卫健局")
    assert reply.amount == 6_000


def test_where_nobody_knows_the_region_each_has_a_labelled_line_and_the_region_is_asked(case: MakeCase) -> None:
    nowhere = case()
    judgment = on_topics(nowhere, ["daily-subsidy", "hotline"])
    assert isinstance(judgment.findings, Answered)
    reply: Reply = measures_reply(judgment.findings, judgment, nowhere)
    lines = reply.text.splitlines()
    assert [line.partition("：")[0] for line in lines[:2]] == ["甲县", "乙市"]
    assert lines[-1] == "您在哪里？"
    assert [option.action for option in reply.options] == ["region:jia", "region:yi"]
