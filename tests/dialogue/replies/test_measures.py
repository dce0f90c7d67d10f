"""Measures in words."""

from __future__ import annotations

import pytest

from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures, on_topics
from bot.dialogue.replies.measures import measures_reply
from bot.model.reply import Reply
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days
from tests.dialogue.talking import Start

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


@pytest.mark.parametrize(
    ("text", "measure", "first", "says"),
    [
        ("我媳妇在隔离病房殉职了，家里还能得到啥", "gd-02", "文件没写抚恤；", ("救助金", "第 9 条", "12345")),
        ("去支援的薪水真能涨三倍？", "gd-15", "文件没写提高工资，", ("工作补助", "12345")),
        ("打完这一仗有带薪假放吗", "gd-07", "文件没写带薪假，", ("休息睡眠", "12345")),
        ("在岗上得了新冠，住院的钱谁掏", "gd-09", "文件没写医药费谁出；", ("新冠险", "第 2 条")),
        ("家婆去看医生能优先吗", "gd-03", "文件没写看病优先；", ("您的健康我呵护",)),
    ],
)
def test_what_is_near_is_told_with_what_is_not_written_and_not_behind_a_label(
    text: str, measure: str, first: str, says: tuple[str, ...], start: Start
) -> None:
    reply = start("guangdong").say(text)
    assert reply.measures == (measure,)
    assert first in reply.text.splitlines()[0]
    assert "专门的" not in reply.text
    assert all(words in reply.text for words in says)


def test_the_region_that_answers_comes_before_one_that_only_comes_near(start: Start) -> None:
    assert start().say("我确诊了能认工伤吗").measures == ("hq-11", "gd-09")


@pytest.mark.parametrize(
    ("region", "turns", "says", "again"),
    [
        ("hongqiao", ("上完这轮能多休几天假不", "到底加几天"), "文件没写", "疫情结束后"),
        ("hongqiao", ("大夫得了新冠，工伤能认吗", "隔几天出结果"), "当天", "当日"),
        ("guangdong", ("收夜班没车回家咋办", "电召的号码给一个"), "文件没写号码", "出行"),
        ("guangdong", ("医闹的归谁处理，能管吗", "能判他几年"), "文件没写", "从严从快"),
    ],
)
def test_what_is_asked_for_by_name_is_told_whole_though_it_was_told(
    region: str, turns: tuple[str, str], says: str, again: str, start: Start
) -> None:
    talk = start(region)
    talk.say(turns[0])
    first = talk.say(turns[1]).text.splitlines()[0]
    assert says in first
    assert again in first


def test_who_asks_for_it_again_or_doubts_it_hears_all_of_it(start: Start) -> None:
    talk = start("hongqiao")
    talk.say("我是护士，我儿子该上小学了，他姥爷户口在红桥，给安排公办不")
    assert "公办学校" in talk.say("真的吗").text
    assert "公办学校" in talk.say("小学安排公办的那条再说一遍").text
