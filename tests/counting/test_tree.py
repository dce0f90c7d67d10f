"""The values of counting."""

from __future__ import annotations

from bot.model.tally import Reason
from tests.counting.conftest import Read


def test_what_is_counted_but_for_what_nobody_placed(read: Read) -> None:
    found = read("我爸七十八了，谁能陪他看病")
    assert found.counted_but(Reason.UNPLACED) == ()
    assert read("采样20天").counted_but(Reason.UNPLACED) == ("days",)
