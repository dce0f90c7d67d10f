"""Which facts are meant of whom the question is about."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read


def test_work_told_beside_days_off_is_stated(snapshot: Snapshot) -> None:
    found = read(hear("采样28天中间歇了4天", snapshot), Session(region="hongqiao"), snapshot, 2020)
    assert found.stated["role"] == "direct-contact"
