"""Cases of the small sound folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.compiled.snapshot import Snapshot
from bot.dialogue.case import Case
from bot.model.session import Session
from bot.model.talk import CareAfter, CareKind, CareReply
from bot.model.tally import Doubt, Spell, Tally
from bot.understanding.said import Said

MakeCase = Callable[..., Case]


DISTRESS = CareKind(
    id="suicidal",
    phrasings={"staff": ("不想活",)},
    grave=True,
    reply=(CareReply(say=("我很担心您。", "我在听。")),),
    then=("想找人说说，可打 12356（心理援助热线）。",),
    lines=("psychological",),
    after=CareAfter(better="那就好。", thanks="不客气。", farewell="慢走，保重。"),
    help=("hotline",),
)


@pytest.fixture(scope="session")
def small(small: Snapshot) -> Snapshot:
    """The small sound folder, with one kind of distress that has something to say."""
    return replace(small, care=replace(small.care, kinds={DISTRESS.id: DISTRESS}))


@pytest.fixture(scope="session")
def case(small: Snapshot) -> MakeCase:
    """Makes a case of what was said, what is remembered and the sides asked for; what was counted is the memory's, if not given."""

    def make(
        said: Said = Said(),  # noqa: B008
        memory: Session = Session(),
        facets: tuple[str, ...] = (),
        *,
        tally: Tally | Doubt | None = None,
        snapshot: Snapshot = small,
        **more: bool,
    ) -> Case:
        return Case(said, memory, memory, snapshot, memory.tally if tally is None else tally, facets, **more)

    return make


def days(number: int) -> Tally:
    """So many days counted, of the asker."""
    return Tally((Spell("days", number, number),))
