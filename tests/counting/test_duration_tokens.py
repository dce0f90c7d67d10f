"""Lengths of time, and those of them that are no count."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import D, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("在隔离病房三五天", [(3, 5, "", 1, D)]),
        ("采样一个星期", [(7, 7, "", 1, D)]),
        ("采样肆拾贰天", [(42, 42, "", 1, D)]),
        ("采样16天，一天做80份", [(16, 16, "", 1, D)]),
        ("采样三个星期一天没歇", [(21, 21, "", 1, D)]),
        ("采样18天，孩子上小学二年级", [(18, 18, "", 1, D)]),
    ],
)
def test_lengths_of_time(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("采样一个月零5天", Reason.MONTHS),
        ("采样半个月", Reason.MONTHS),
        ("采样2.5天", Reason.HALVES),
        ("采样三天半", Reason.HALVES),
        ("采样大概30天", Reason.ROUGHLY),
        ("采样30天左右", Reason.ROUGHLY),
    ],
)
def test_lengths_that_are_no_whole_days_are_doubts(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}


def test_what_is_waited_for_counts_nothing(read: Read) -> None:
    """Days until something, or waited for."""
    assert shown(read("采样12天，等钱等了30天")) == shown(read("采样12天，离解封还有9天")) == [(12, 12, "", 1, D)]
