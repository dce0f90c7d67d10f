"""Days on which nothing was done, told in one message or in a later one."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.test_cycles import told


@pytest.mark.parametrize(
    ("turns", "days"),
    [
        (("采样31天", "中间放了五天假"), 26),
        (("采样31天", "有3天我家里有事，没上"), 28),
        (("采样31天", "有两天发烧请假了，还有一天家里有事"), 28),
        (("采样31天", "休了5天", "要去掉的"), 26),
        (("采样31天", "休了5天", "是另外休的"), 31),
    ],
)
def test_days_off_told_later(program: Program, turns: tuple[str, ...], days: int) -> None:
    result = told(program, *turns)
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == [days]


@pytest.mark.parametrize("later", ["休了5天", "轮休放了5天假"])
def test_it_is_asked_whether_they_lie_within(program: Program, later: str) -> None:
    result = told(program, "采样31天", later)
    assert isinstance(result, Doubt)
    assert (result.reason, result.off) == (Reason.DAYS_OFF, 5)
