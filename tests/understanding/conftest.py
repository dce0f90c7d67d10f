"""Care compiled from the shipped content, once."""

from __future__ import annotations

import pytest

from bot.dialogue.snapshot import Snapshot
from bot.understanding.distress import CareIndex, build_care, ordinary_questions


@pytest.fixture(scope="session")
def care(snapshot: Snapshot) -> CareIndex:
    """Distress as the shipped knowledge tells it."""
    return build_care(snapshot.knowledge.distress, snapshot.language, ordinary_questions(snapshot.knowledge))
