"""Short ways to understand a message of the small sound folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said

Read = Callable[..., Said]


@pytest.fixture(scope="session")
def said(small: Snapshot) -> Read:
    """Reads a message typed in a session."""
    return lambda text, session=Session(): read(hear(text, small), session, small, 2020)
