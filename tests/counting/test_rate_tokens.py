"""Figures that are rates of pay."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize("said", ["同事话两百蚊一日，我采样", "同事讲两百块一天，我采样", "今日落雨，我采样"])
def test_a_rate_told_and_today_are_no_day(said: str, read: Read) -> None:
    assert read(said).spells == ()


def test_two_rates_side_by_side_are_both_known(read: Read) -> None:
    assert read("一天两百三百的钱谁先垫").doubts == ()


def test_hearsay_is_no_rate(read: Read) -> None:
    assert read("听说按1200一天，我采样20天").doubts == ()


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("我干了20天，是三百那一档", [(20, 20, "", 1, D)]),
        ("二百一天的那档，十六天", [(16, 16, "", 1, O)]),
        ("财务说我按600一天，可我就采样11天", [(11, 11, "", 1, D)]),
    ],
)
def test_a_rate_known_says_what_the_work_was(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("采样每天350，干了20天", Reason.NO_SUCH_RATE),
    ],
)
def test_a_rate_that_no_document_gives_is_a_doubt(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}
