"""Short ways to understand a message: as the small sound folder has it, or all that is shipped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.intents import Intent, Margin
from bot.understanding.interpret import interpret
from bot.understanding.margin import margin_of
from bot.understanding.read import read
from bot.understanding.said import Said

YEAR = 2020
Read = Callable[..., Said]
Mean = Callable[..., Intent]
MeanMargin = Callable[..., Margin]


@pytest.fixture(scope="session")
def said(small: Snapshot) -> Read:
    """Reads a message typed in a session."""
    return lambda text, session=Session(): read(hear(text, small), session, small, YEAR)


@pytest.fixture(scope="session")
def mean(snapshot: Snapshot) -> Mean:
    """What a message of the shipped knowledge wants, in a session or in a new one."""

    def meant(text: str, session: Session | None = None) -> Intent:
        before = session or Session(region="hongqiao")
        heard = hear(text, snapshot)
        return interpret(heard, read(heard, before, snapshot, YEAR), before, snapshot).intent

    return meant


@pytest.fixture(scope="session")
def mean_margin(snapshot: Snapshot) -> MeanMargin:
    """How much speaks for what, for a message of the shipped knowledge, in a session or in a new one."""

    def weighed(text: str, session: Session | None = None) -> Margin:
        before = session or Session(region="hongqiao")
        return margin_of(read(hear(text, snapshot), before, snapshot, YEAR), before, snapshot)

    return weighed
