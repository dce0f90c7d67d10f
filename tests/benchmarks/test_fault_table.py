"""The table of faults can be played: one row without a fault, one that repeats, and how it is written down."""

from __future__ import annotations

import pytest

from benchmarks.faults import markdown, play, rows
from bot.compiled.snapshot import Snapshot


@pytest.mark.parametrize(("name", "lost", "repeated"), [("没有故障", 0, 0), ("发回答：断开，其实送到了，一次", 0, 1)])
async def test_a_row_tells_what_came_of_it(small: Snapshot, name: str, lost: int, repeated: int) -> None:
    row = next(row for row in rows() if row.name == name)
    found = await play(row, small)
    assert (found["lost"], found["repeated"]) == (lost, repeated)
    assert f"| {name} | {found['seen']} |" in markdown([found], 1.0)


def test_there_are_enough_and_each_has_its_name() -> None:
    names = [row.name for row in rows()]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
