"""Running speech through the whole program: hardly a false sum, and most of them told. The big run is ``benchmarks/spoken_sums.py``."""

from __future__ import annotations

from collections import Counter

from benchmarks.spoken_sums import verdict
from bot.compiled.snapshot import Snapshot
from tests.counting.frames import spoken

_NUMBER = 400


def test_running_speech(snapshot: Snapshot) -> None:
    """The suite's share; the seed is none that was tuned on."""
    counted = Counter(verdict(one, snapshot)[0] for one in spoken(20_20, _NUMBER))
    assert counted["false"] <= 0.01 * _NUMBER, counted
    assert counted["right"] >= 0.85 * _NUMBER, counted
