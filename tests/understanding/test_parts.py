"""Several counts in one message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.understanding.parts import parts_of
from bot.understanding.quantities import Quantity

DIRECT = (("role", "direct-contact"),)


def counted(text: str, *counts: tuple[int, tuple[tuple[str, str], ...]]) -> list[Quantity]:
    """Counts of days in the order they stand in the text."""
    return [Quantity("days", value, f"{value}天", facts, None, text.index(f"{value}天")) for value, facts in counts]


@pytest.mark.parametrize(
    ("text", "counts", "parts"),
    [
        ("做了20天", [(20, ())], [20]),
        ("先做了12天，后来又做了8天", [(12, ()), (8, ())], [12, 8]),
        ("做了12天，不对，是8天", [(12, DIRECT), (8, DIRECT)], [8]),
        ("12天还是8天我忘了", [(12, ()), (8, ())], [8]),
        ("护理病人12天，卡口8天", [(12, DIRECT), (8, ())], [12, 8]),
        ("做了30天，其中9天进了隔离病房", [(30, ()), (9, DIRECT)], [21, 9]),
        ("做了9天，其中30天在病房", [(9, ()), (30, DIRECT)], [30]),
        ("一共30天，前10天护理病人，后20天卡口", [(30, ()), (10, DIRECT), (20, ())], [10, 20]),
    ],
)
def test_counts_are_added_taken_apart_or_replaced(
    text: str, counts: list[tuple[int, tuple[tuple[str, str], ...]]], parts: list[int]
) -> None:
    assert [part.value for part in parts_of(counted(text, *counts), text)] == parts


def test_days_are_taken_off_the_part_said_before() -> None:
    text = "护理病人10天，扣掉4天，卡口20天"
    ten, four, twenty = counted(text, (10, DIRECT), (4, ()), (20, ()))
    parts = parts_of([ten, replace(four, value=-4), twenty], text)
    assert [part.value for part in parts] == [6, 20]
    assert parts[0].working == "10 − 4 = 6"


def test_what_is_left_is_not_taken_off_again() -> None:
    text = "扣掉5天，一共25天"
    five, rest = counted(text, (5, ()), (25, ()))
    assert [part.value for part in parts_of([replace(five, value=-5), rest], text)] == [25]
