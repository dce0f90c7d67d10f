"""Details that the document leaves open."""

from __future__ import annotations

import pytest

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.open_details import gaps_asked
from bot.language.patterns import Found
from bot.model.measure import Unanswered
from bot.understanding.said import Act, Clause, Said
from tests.dialogue.conftest import MakeCase
from tests.dialogue.talking import Start


def test_a_detail_is_asked_for_where_a_clause_that_asks_has_its_words(case: MakeCase, small: Snapshot) -> None:
    known = small.knowledge
    gap = Unanswered(cues=("小费",), say="文件没写小费。")
    measure = known.measure_by_id["ja-01"].model_copy(update={"unanswered": (gap,)})
    on = OnMeasure(measure, known.region_of["ja-01"], (), gaps=(gap,))
    clauses = (Clause(0, 4, Act.TELLS), Clause(5, 9, Act.ASKS))
    for start, asked in ((0, []), (6, [gap])):
        said = Said(clauses=clauses, parts={PartKey("ja-01", "unanswered", "0"): Found(start, start + 2, (1, 2))})
        assert gaps_asked(on, case(said)) == asked


@pytest.mark.parametrize("text", ["手上就一份病案报告，明年报职称可以吗", "科研成果有一项，今年报副高行不行"])
def test_yes_or_no_is_not_answered_by_a_time_that_is_not_written(text: str, start: Start) -> None:
    reply = start("hongqiao").say(text)
    assert "替代论文" in reply.text.splitlines()[0]
    assert "日期" not in reply.text


def test_a_time_that_is_asked_for_is(start: Start) -> None:
    assert start("hongqiao").say("职称今年报的话几月报").text.startswith("文件没写申报日期")
