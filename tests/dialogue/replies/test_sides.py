"""What a measure says on the sides asked for."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.keys import PartKey, SideKey
from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import OnMeasure
from bot.dialogue.points import Ranked
from bot.dialogue.replies.sides import (
    asked_of,
    asks_whom,
    beside_told,
    brief_of,
    first_answer,
    has_side,
    side_told,
    told_of,
    verdict_asked,
)
from bot.dialogue.replies.told import Statement, point_mark
from bot.language.patterns import Found
from bot.language.question_forms import Form
from bot.model.measure import Point
from bot.understanding.said import Act, Clause, Said
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


def test_a_question_for_yes_or_no_gets_the_point_s_own_sentence_for_it(small: Snapshot) -> None:
    known, point = small.knowledge, POINT.model_copy(update={"whether": "有：给医务人员。"})
    on = OnMeasure(known.measure_by_id["ja-01"], known.region_of["ja-01"], (), form=Form.WHETHER)
    assert told_of(on, point, "who") == Statement("有：给医务人员。", point_mark(on.measure, point), decides=True)
    assert told_of(replace(on, form=Form.OTHER), point, "who").text == "给医务人员。"


def test_a_point_is_asked_of_where_a_clause_that_asks_singles_it_out(case: MakeCase, small: Snapshot) -> None:
    known = small.knowledge
    ranked = (Ranked(POINT, 1.0, 1.0, 2, on_topic=True),)
    on = OnMeasure(known.measure_by_id["ja-01"], known.region_of["ja-01"], (), ranked)
    told = first_answer(on.measure, POINT)
    clauses = (Clause(0, 4, Act.TELLS), Clause(5, 9, Act.ASKS))
    for start, asked in ((0, False), (6, True)):
        found = Found(start, start + 2, (1, 2))
        said = Said(clauses=clauses, parts={PartKey("ja-01", "point", "rates"): found})
        assert asked_of(on, told, case(said)) is asked


def test_a_verdict_is_asked_in_a_clause_that_asks(case: MakeCase) -> None:
    clauses = (Clause(0, 4, Act.TELLS), Clause(5, 9, Act.ASKS))
    told, asked = (Said(clauses=clauses, sides={SideKey("who"): Found(n, n + 2, (1, 2))}) for n in (0, 6))
    assert not verdict_asked(case(told))
    assert verdict_asked(case(asked))


def test_a_side_is_asked_of_what_its_own_clause_names(case: MakeCase, small: Snapshot) -> None:
    known, amount = small.knowledge, small.facet_by_id["how-much"]
    money = Point(id="money", text="钱。", answer={"how-much": "一千。"})
    goods = Point(id="goods", text="东西。", answer={"how-much": "一份。"})
    ranked = (Ranked(money, 9.0, 9.0, 3, on_topic=True), Ranked(goods, 5.0, 5.0, 3, on_topic=True))
    on = OnMeasure(known.measure_by_id["ja-01"], known.region_of["ja-01"], (), ranked)
    parts = {PartKey("ja-01", "point", "money"): Found(0, 3, (1, 3)), PartKey("ja-01", "point", "goods"): Found(6, 9, (1, 3))}
    sides = {SideKey("how-much"): Found(9, 11, (1, 2))}
    for first, answer in ((Act.ASKS, "一份。"), (Act.TELLS, "一千。")):
        said = Said(clauses=(Clause(0, 5, first), Clause(6, 12, Act.ASKS)), parts=parts, sides=sides)
        told = side_told(on, amount, case(said, facets=("how-much",)))
        assert told is not None
        assert told.text == answer


def test_a_point_of_another_topic_is_told_where_a_clause_of_its_own_asks_for_it(case: MakeCase, small: Snapshot) -> None:
    known = small.knowledge
    post, title = (Point(id=name, text=f"{name}。", answer=f"{name}。") for name in ("post", "title"))
    ranked = (Ranked(post, 9.0, 9.0, 3, on_topic=True), Ranked(title, 5.0, 5.0, 3, on_topic=False))
    on = OnMeasure(known.measure_by_id["ja-01"], known.region_of["ja-01"], (), ranked)
    parts = {PartKey("ja-01", "point", "post"): Found(0, 3, (1, 3)), PartKey("ja-01", "point", "title"): Found(6, 9, (1, 3))}
    for second, told in ((Act.ASKS, ["post。", "title。"]), (Act.TELLS, ["post。"])):
        said = Said(clauses=(Clause(0, 5, Act.ASKS), Clause(6, 12, second)), parts=parts)
        assert [statement.text for statement in beside_told(on, case(said))] == told
