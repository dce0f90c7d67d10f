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

A_POINT = 7


def found(case: MakeCase, text: str) -> tuple[OnMeasure, Case]:
    """The subsidy with a national line, asked after in these words."""
    here = case(Said(Analysis(text, (), ()), region="jia"), facets=("whom",))
    judgment = on_measures(here, ["ja-01"])
    assert isinstance(judgment.findings, Answered)
    return replace(judgment.findings.found[0], public=here.snapshot.knowledge.public_lines[0]), here


def rows(case: MakeCase, text: str, first: Statement) -> list[Row]:
    """The line beside a first row."""
    on, here = found(case, text)
    return phone_rows(on, Row((first,)), here)


def test_whom_to_ask_gets_the_national_line(case: MakeCase) -> None:
    assert len(rows(case, "补助找谁", Statement("问县卫健局。"))) == 1


def test_who_does_something_gets_none_unless_somebody_wants_to_turn_to_them(case: MakeCase) -> None:
    doer = Statement("由县里审定。", A_POINT)
    assert rows(case, "补助谁说了算", doer) == []
    assert len(rows(case, "补助找谁定", doer)) == 1
