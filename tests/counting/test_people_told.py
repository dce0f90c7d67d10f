"""What tells whom counts are said of."""

from __future__ import annotations

from bot.model.tally import Reason
from tests.counting.conftest import Read


def test_one_count_is_of_everybody_where_it_is_said_of_all(read: Read) -> None:
    assert [(one.person, one.low) for one in read("我跟我老公都在药房17天").spells] == [("", 17), ("老公", 17)]


def test_of_nobody_else_where_nothing_says_all(read: Read) -> None:
    assert {doubt.reason for doubt in read("我跟我老公在药房17天").doubts} == {Reason.NO_DAYS, Reason.EACH_OR_TOGETHER}
