"""Cases of the small sound folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.case import Case
from bot.model.session import Session
from bot.understanding.said import Said

MakeCase = Callable[..., Case]


@pytest.fixture(scope="session")
def case(small: Snapshot) -> MakeCase:
    """Makes a case of what was said, what is remembered and the sides asked for."""

    def make(said: Said = Said(), memory: Session = Session(), facets: tuple[str, ...] = (), **more: bool) -> Case:  # noqa: B008
        return Case(said, memory, memory, small, facets, **more)

    return make
