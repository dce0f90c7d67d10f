"""Fixtures of the dialogue tests."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from tests.dialogue.talking import Start


@pytest.fixture(scope="session")
def start(snapshot: Snapshot) -> Start:
    """Begins conversations on the shipped knowledge."""
    return Start(snapshot)
