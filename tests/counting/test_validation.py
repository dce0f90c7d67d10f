"""What keeps spells from being summed."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import Read


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("代号88，采样20天", Reason.UNPLACED),
        ("采样20天，系数3", Reason.UNPLACED),
        ("采样五百天", Reason.OUT_OF_RANGE),
        ("采样负5天", Reason.OUT_OF_RANGE),
        ("采样2月8号到3月8号，停电那天没上", Reason.DAYS_OFF),
        ("四月份里采样32天", Reason.TOO_LONG),
    ],
)
def test_what_cannot_be_summed(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}


@pytest.mark.parametrize(("said", "doubted"), [("2020年2月采样，光2月就干了31天", True), ("2020年3月采样，光3月就干了31天", False)])
def test_more_days_than_a_month_has_are_a_doubt(read: Read, said: str, doubted: bool) -> None:
    assert (Reason.TOO_LONG in {doubt.reason for doubt in read(said).doubts}) is doubted
