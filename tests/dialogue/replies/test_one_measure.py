"""What there is to say of one measure."""

from __future__ import annotations

import pytest

from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures
from bot.dialogue.replies.one_measure import measure_rows, plain_row
from bot.dialogue.replies.told import Row, Statement
from bot.model.reply import LineKind
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days
from tests.dialogue.talking import Start


def test_a_sum_comes_first_and_its_working_is_held(case: MakeCase) -> None:
    here = case(Said(region="jia", stated={"role": "ward"}), tally=days(20))
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    first, working, *_ = measure_rows(judgment.findings.found[0], here, "甲县：")
    assert (first.kind, first.label, first.kept) == (LineKind.SUM, "甲县：", True)
    assert first.line.text.startswith("甲县：一共 6000 元")
    assert working.held


def test_a_further_line_opens_with_no_yes() -> None:
    row = Row((Statement("有：每天 300 元。"), Statement("按天算。")))
    assert [statement.text for statement in plain_row(row).statements] == ["每天 300 元。", "按天算。"]


@pytest.mark.parametrize(
    ("region", "asked", "denied", "place", "written"),
    [
        ("guangdong", "派遣护士有机会入编不", "人事科说没这项政策", "广东解读第 15 条，文号粤府办〔2020〕4号", "绿色通道"),
        ("hongqiao", "疫情的补助一天发多少", "护士长说没有这回事", "红桥台账第 9 项", "300 元"),
    ],
)
def test_who_is_told_that_there_is_no_such_thing_gets_where_it_is_written(
    region: str, asked: str, denied: str, place: str, written: str, start: Start
) -> None:
    talk = start(region)
    talk.say(asked)
    reply = talk.say(denied)
    first, *others = reply.text.splitlines()
    assert first == f"写了，可以拿给单位看：{place}。"
    assert written in others[0]
    assert "12345" in reply.text
    assert "先问所在单位" not in reply.text


@pytest.mark.parametrize(
    ("region", "asked"),
    [
        ("hongqiao", "财务说没有这笔钱，补助每天700，是真的吗"),
        ("hongqiao", "人事说没有这回事，我是食堂的，补助有吗"),
        ("guangdong", "科长说没有这项补助，每天250，有没有"),
        ("hongqiao", "科里说没有这么早，补助几号发"),
    ],
)
def test_what_is_not_written_so_is_not_shown_to_the_employer(region: str, asked: str, start: Start) -> None:
    talk = start(region)
    reply = talk.say(asked)
    assert "写了，可以拿给单位看" not in reply.text
    assert "补助" in reply.text or "300" in reply.text or "文件没写" in reply.text


def test_the_denial_itself_singles_out_nothing_that_is_written(start: Start) -> None:
    first, second, *_ = start("hongqiao").say("主任说没有这种休假").text.splitlines()
    assert first.startswith("写了")
    assert "第 3 项" in first
    assert "带薪休假" in second
    assert "没写" not in second
