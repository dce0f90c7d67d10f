"""Fixtures of the understanding tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.intents import Intent
from bot.understanding.interpret import interpret
from bot.understanding.read import read
from bot.understanding.reading import Said

YEAR = 2020
Read = Callable[[str], Said]
Mean = Callable[..., Intent]


@pytest.fixture(scope="session")
def said(snapshot: Snapshot) -> Read:
    """Reads a message of somebody who has said nothing yet."""
    return lambda text: read(hear(text, snapshot), Session(), snapshot, YEAR)


@pytest.fixture(scope="session")
def mean(snapshot: Snapshot) -> Mean:
    """Interprets a message, in a session or in a new one."""

    def meant(text: str, session: Session | None = None) -> Intent:
        before = session or Session(region="hongqiao")
        heard = hear(text, snapshot)
        return interpret(heard, read(heard, before, snapshot, YEAR), before, snapshot).intent

    return meant
