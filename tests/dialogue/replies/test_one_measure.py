"""What there is to say of one measure."""

from __future__ import annotations

from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures
from bot.dialogue.replies.one_measure import measure_rows, plain_row
from bot.dialogue.replies.told import Row, Statement
from bot.model.reply import LineKind
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase, days


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
