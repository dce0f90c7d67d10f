"""Fuzzed requests can be played, and what tells of another visitor is told from what was cut off one's own."""

from __future__ import annotations

import pytest

from benchmarks.web_hostile import attack, tells_of_another
from bot.compiled.snapshot import Snapshot


async def test_no_request_fails(small: Snapshot) -> None:
    statuses = await attack(small, 300, 3)
    assert statuses.total() == 300
    assert 200 in statuses


@pytest.mark.parametrize(
    ("text", "another"),
    [("qzvx734x25", False), ("qzvx73", False), ("qzvx", False), ("", False), ("qzvx733x", True), ("qzvx734x qzvx12x", True)],
)
def test_a_mark_that_was_cut_is_ones_own(text: str, another: bool) -> None:
    assert tells_of_another(text, 734) is another
