"""What the benchmarks of whole programs look at and judge by; the programs themselves take minutes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import httpx
import pytest

from benchmarks.programs import Held, held
from benchmarks.shared_reloads import MARKS, Tally, marked
from benchmarks.soak import verdict
from bot.reading.parse import load


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_what_a_process_holds_is_told() -> None:
    here = held(os.getpid())
    assert here.resident >= here.own > 0
    with Path(os.devnull).open(encoding="utf-8"):
        assert held(os.getpid()).files == here.files + 1


def test_what_grows_is_told() -> None:
    flat = Held(250.0, 200.0, 30, 5, 10)
    grown = Held(280.0, 200.0, 40, 5, 10)
    assert verdict([flat] * 9) == []
    assert verdict([flat] * 6 + [grown] * 3) == ["resident: 250.0 → 280.0", "files: 30 → 40"]


def test_a_version_is_told_by_its_mark(folder: Path) -> None:
    for mark in (*MARKS, MARKS[0]):
        marked(folder, mark)
    subsidy = load(folder).measure_by_id["ja-01"]
    texts = [subsidy.summary, *(point.text for point in subsidy.points)]
    assert [text.count(MARKS[0]) for text in texts] == [1, 1, 1]
    assert not any(MARKS[1] in text for text in texts)


def test_a_reply_of_two_versions_is_counted() -> None:
    tally = Tally()
    tally.heard(httpx.Response(200, json={"session": "s", "text": MARKS[0]}))
    tally.heard(httpx.Response(200, text=f'{{"session": "s", "text": "{"".join(MARKS)}"}}'))
    tally.heard(httpx.Response(503))
    assert (tally.asked, tally.failed, tally.mixed) == (3, 1, 1)
