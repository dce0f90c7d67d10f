"""Values refuse what an author did not mean."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.model.fact import UNSURE, Fact
from bot.model.measure import Measure, Point
from bot.model.region import PublicLine
from bot.model.reply import Decision, Line, LineKind, Reply, Section

CHOICE = {
    "id": "role",
    "title": "岗位",
    "question": "岗位？",
    "options": ({"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}),
}
NUMBER = {
    "id": "days",
    "title": "天数",
    "question": "几天？",
    "kind": "number",
    "unit": "天",
    "counted_in": ({"words": ("天",), "times": 1},),
}
MEASURE = {
    "id": "ja-01",
    "title": "补助",
    "area": "pay",
    "source": {"item": 1},
    "audience": "医务人员",
    "summary": "补助",
    "topics": ("subsidy",),
    "points": ({"id": "rate", "text": "每天 300 元"},),
}


@pytest.mark.parametrize("raw", [CHOICE, NUMBER])
def test_a_sound_fact(raw: dict[str, Any]) -> None:
    assert Fact.model_validate(raw).id == raw["id"]


@pytest.mark.parametrize(
    "change",
    [
        {"options": ({"id": "a", "label": "甲"},)},
        {"options": ({"id": "a", "label": "甲"}, {"id": "a", "label": "乙"})},
        {"options": ({"id": "a", "label": "甲"}, {"id": UNSURE, "label": "不清楚"})},
        {"presumed": "c"},
        {"kind": "number"},
        {"misspelt": 1},
        {"title": "  "},
        {"keep_days": 0},
    ],
)
def test_an_unsound_choice_fact_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Fact.model_validate({**CHOICE, **change})


@pytest.mark.parametrize("change", [{"unit": None}, {"counted_in": ()}, {"options": CHOICE["options"]}])
def test_an_unsound_number_fact_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Fact.model_validate({**NUMBER, **change})


def test_an_option_is_found_by_its_id() -> None:
    fact = Fact.model_validate(CHOICE)
    assert [option.label for option_id in ("a", "b") if (option := fact.option(option_id))] == ["甲", "乙"]
    assert fact.option("c") is None


def test_the_lead_has_to_be_one_of_the_units() -> None:
    assert Measure.model_validate({**MEASURE, "units": ("health",), "lead": "health"}).lead == "health"
    with pytest.raises(ValidationError, match="牵头"):
        Measure.model_validate({**MEASURE, "units": ("health",), "lead": "tax"})


def test_the_unit_fields_are_optional() -> None:
    measure = Measure.model_validate(MEASURE)
    assert (measure.units, measure.lead, measure.officer, measure.deadline) == ((), None, None, None)


@pytest.mark.parametrize("bad", ["Ja-01", "ja 01", "甲-01", "-ja", "", "a" * 41])
def test_ids_are_short_and_ascii(bad: str) -> None:
    with pytest.raises(ValidationError):
        Measure.model_validate({**MEASURE, "id": bad})


def test_a_phone_number_is_text() -> None:
    line = {"id": "police", "number": "110", "name": "报警", "about": "危险", "source": "全国统一"}
    assert PublicLine.model_validate(line).number == "110"
    with pytest.raises(ValidationError):
        PublicLine.model_validate({**line, "number": 110})


def test_values_do_not_change() -> None:
    fact = Fact.model_validate(CHOICE)
    with pytest.raises(ValidationError):
        fact.title = "别的"


def test_a_reply_as_plain_text() -> None:
    sections = (
        Section((Line(LineKind.TITLE, "甲"), Line(LineKind.TEXT, "乙"))),
        Section((Line(LineKind.SOURCE, "丙"),)),
    )
    assert Reply(Decision.ANSWER, sections).text == "甲\n乙\n丙"


@pytest.mark.parametrize(
    ("answer", "whether", "said"),
    [
        ("每天 300 元。", "是：", "是：每天 300 元。"),
        ({"how-much": "每天 300 元。", "who": "不用申请。"}, "有：", "有：每天 300 元。"),
        ({"how-much": "每天 300 元。", "who": "不用申请。"}, "who", "不用申请。"),
        ("每天 300 元。", "不用申请。", "不用申请。"),
        ("每天 300 元。", None, None),
    ],
)
def test_what_a_point_says_where_yes_or_no_is_asked(answer: Any, whether: str | None, said: str | None) -> None:
    assert Point(id="rate", text="每天 300 元", answer=answer, whether=whether).whether_in_full == said
