"""Who takes part in what a message tells."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said


def heard(text: str, snapshot: Snapshot, session: Session | None = None) -> Said:
    return read(hear(text, snapshot), session or Session(region="hongqiao"), snapshot, 2020)


def test_who_asks_for_a_title_is_no_worker_where_somebody_else_is(snapshot: Snapshot) -> None:
    assert heard("我老婆是护士，我能优先评职称吗", snapshot).people.staff == {"spouse"}
    assert heard("我能优先评职称吗", snapshot).people.staff == {"self"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我叔叔是一线医生，我今年初三，能优先录取吗", "other-relative"),
        ("我妈是一线医生，我今年初三，能优先录取吗", "child"),
        ("我老公是一线医生，我想上公办幼儿园", None),
        ("我是一线医生，我想上公办幼儿园", None),
    ],
)
def test_a_pupil_who_speaks_is_the_child(text: str, relation: str | None, snapshot: Snapshot) -> None:
    assert heard(text, snapshot).people.of_child() == relation
