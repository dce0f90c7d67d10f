"""Cases of the small sound folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.case import Case
from bot.model.session import Session
from bot.model.tally import Doubt, Spell, Tally
from bot.understanding.said import Said

MakeCase = Callable[..., Case]


@pytest.fixture(scope="session")
def case(small: Snapshot) -> MakeCase:
    """Makes a case of what was said, what is remembered and the sides asked for; what was counted is the memory's, if not given."""

    def make(
        said: Said = Said(),  # noqa: B008
        memory: Session = Session(),
        facets: tuple[str, ...] = (),
        *,
        tally: Tally | Doubt | None = None,
        **more: bool,
    ) -> Case:
        return Case(said, memory, memory, small, memory.tally if tally is None else tally, facets, **more)

    return make


def days(number: int) -> Tally:
    """So many days counted, of the asker."""
    return Tally((Spell("days", number, number),))
