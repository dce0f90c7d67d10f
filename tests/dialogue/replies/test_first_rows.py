"""How a first row begins."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.replies.first_rows import first_row, points_named, row_of_point
from bot.dialogue.replies.told import Statement


def test_a_first_row_has_one_colon() -> None:
    assert first_row("只发给医务人员。", "", opener="不符合：").line.text == "不符合：只发给医务人员。"
    assert first_row("只发给医务人员。", "甲县：", opener="不符合：").line.text == "甲县：不符合，只发给医务人员。"
    assert row_of_point(Statement("按天算。"), "", "有：").line.text == "有：按天算。"
    assert row_of_point(Statement("按天算。"), "甲县：", "有：").line.text == "甲县：有，按天算。"


def test_points_come_as_they_are_named_and_none_that_there_is_not(small: Snapshot) -> None:
    measure = small.knowledge.measure_by_id["ja-01"]
    point = measure.points[-1]
    assert points_named(measure, ("nowhere", point.id)) == [point]
