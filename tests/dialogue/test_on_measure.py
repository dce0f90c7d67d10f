"""What is found on one measure."""

from __future__ import annotations

from bot.compiled.keys import PartKey
from bot.dialogue.findings import Answered
from bot.dialogue.measures import on_measures
from bot.language.patterns import Found
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

HERE = Said(region="jia")


def test_what_the_document_leaves_open_is_said_and_no_verdict_promises_it(case: MakeCase) -> None:
    open_detail = Said(region="jia", parts={PartKey("ja-01", "unanswered", "0"): Found(0, 3, (1, 3))})
    asked = on_measures(case(open_detail, facets=("who",)), ["ja-01"]).findings
    assert isinstance(asked, Answered)
    assert [gap.say for gap in asked.found[0].gaps] == ["文件没有写发到哪张卡。"]
    assert asked.found[0].verdict is None
    plain = on_measures(case(HERE, facets=("who",)), ["ja-01"]).findings
    assert isinstance(plain, Answered)
    assert plain.found[0].verdict is not None


def test_a_national_line_is_added_only_where_the_document_gives_no_number(case: MakeCase) -> None:
    for measure, region, line in (("ja-01", "jia", "government"), ("ja-02", "jia", None), ("yi-01", "yi", None)):
        found = on_measures(case(Said(region=region), facets=("whom",)), [measure]).findings
        assert isinstance(found, Answered)
        public = found.found[0].public
        assert (public.id if public else None) == line, measure
