"""The national line beside an answer."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.case import Case
from bot.dialogue.findings import Answered, OnMeasure
from bot.dialogue.measures import on_measures
from bot.dialogue.replies.phone import phone_rows
from bot.dialogue.replies.told import Row, Statement
from bot.language.analyse import Analysis
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase
from tests.dialogue.talking import Start

A_POINT = 7


def found(case: MakeCase, text: str, *facets: str) -> tuple[OnMeasure, Case]:
    """The subsidy with a national line, asked after in these words, of these sides."""
    here = case(Said(Analysis(text, (), ()), region="jia"), facets=facets)
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    return replace(judgment.findings.found[0], public=here.snapshot.knowledge.public_lines[0]), here


def rows(case: MakeCase, text: str, first: Statement, *facets: str) -> list[Row]:
    """The line beside a first row."""
    on, here = found(case, text, *facets)
    return phone_rows(on, Row((first,)), here)


def test_whom_to_ask_gets_the_national_line(case: MakeCase) -> None:
    assert len(rows(case, "补助找谁", Statement("问县卫健局。"), "whom")) == 1


def test_who_does_something_gets_none_unless_somebody_wants_to_turn_to_them(case: MakeCase) -> None:
    doer = Statement("由县里审定。", A_POINT)
    assert rows(case, "补助谁说了算", doer, "whom") == []
    assert len(rows(case, "补助找谁定", doer, "whom")) == 1


def test_where_it_is_not_written_how_to_apply_a_line_stands_behind(case: MakeCase) -> None:
    told = rows(case, "补助去哪办", Statement("文件没写怎样申请。"))
    assert [row.line.text.startswith("可打 ") for row in told] == [True]
    assert rows(case, "补助多少", Statement("文件没写数额。")) == []


def test_what_sends_on_by_itself_gets_no_line(case: MakeCase) -> None:
    assert rows(case, "志愿者怎么联系", Statement("文件没写怎样联系；想找人说话看第 6 条的专线。")) == []


def test_where_nobody_is_in_charge_the_place_of_work_comes_first(case: MakeCase) -> None:
    on, here = found(case, "补助怎么领")
    nobody = replace(on, measure=on.measure.model_copy(update={"lead": None, "units": ()}))
    first = Row((Statement("文件没写怎么领。"),))
    assert phone_rows(nobody, first, here)[0].line.text.startswith("可先问所在单位，也可打 ")
    told = Row((Statement("问当地；找哪个部门文件没写。"),))
    assert phone_rows(nobody, told, here)[0].line.text.startswith("可打 ")


def test_who_asks_for_it_again_gets_the_line_again(start: Start) -> None:
    talk = start("guangdong")
    assert "12345" in talk.say("评职称几时开始报").text
    assert "12345" in talk.say("那我找谁报").text
    assert "12345" in talk.say("究竟打哪个电话").text
