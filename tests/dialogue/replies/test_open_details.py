"""Details that the document leaves open."""

from __future__ import annotations

from bot.compiled.keys import PartKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import OnMeasure
from bot.dialogue.replies.open_details import gaps_asked
from bot.language.patterns import Found
from bot.model.measure import Unanswered
from bot.understanding.said import Act, Clause, Said
from tests.dialogue.conftest import MakeCase


def test_a_detail_is_asked_for_where_a_clause_that_asks_has_its_words(case: MakeCase, small: Snapshot) -> None:
    known = small.knowledge
    gap = Unanswered(cues=("小费",), say="文件没写小费。")
    measure = known.measure_by_id["ja-01"].model_copy(update={"unanswered": (gap,)})
    on = OnMeasure(measure, known.region_of["ja-01"], (), gaps=(gap,))
    clauses = (Clause(0, 4, Act.TELLS), Clause(5, 9, Act.ASKS))
    for start, asked in ((0, []), (6, [gap])):
        said = Said(clauses=clauses, parts={PartKey("ja-01", "unanswered", "0"): Found(start, start + 2, (1, 2))})
        assert gaps_asked(on, case(said)) == asked
