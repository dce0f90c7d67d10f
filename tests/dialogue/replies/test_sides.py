"""What a measure says on the sides asked for."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.sides import asks_whom, brief_of, first_answer, has_side
from bot.dialogue.replies.told import point_mark
from bot.model.measure import Point
from tests.dialogue.conftest import MakeCase

POINT = Point(
    id="rates", text="全文。", answer={"how-much": "文件没写多少。", "who": "给医务人员。"}, brief="给医务人员"
)


def test_a_point_has_the_sides_it_answers() -> None:
    assert has_side(POINT, "who")
    assert not has_side(POINT, "whom")


def test_what_a_point_tells_goes_before_its_silence(small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"]
    assert first_answer(measure, POINT).text == "给医务人员。"
    assert first_answer(measure, POINT).point == point_mark(measure, POINT)


def test_a_point_in_short(small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"]
    assert brief_of(measure, POINT).brief
    whole = brief_of(measure, POINT.model_copy(update={"brief": None}))
    assert (whole.text, whole.brief) == ("给医务人员。", False)


def test_whom_is_asked_only_where_no_verdict_is_asked_too(case: MakeCase) -> None:
    assert asks_whom(case(facets=("whom",)))
    assert not asks_whom(case(facets=("whom", "who")))
    assert not asks_whom(case(facets=("how-much",)))
