"""Of whom a message still is that names nobody."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.hear import hear
from bot.understanding.read import read
from bot.understanding.said import Said
from bot.understanding.still_about import still_about


def heard(text: str, snapshot: Snapshot, session: Session | None = None) -> Said:
    return read(hear(text, snapshot), session or Session(region="hongqiao"), snapshot, 2020)


def test_what_goes_on_is_about_whom_the_last_question_was_about(snapshot: Snapshot) -> None:
    session = Session(region="hongqiao", staff=("self",), asked_for="sibling")
    goes_on = heard("那能报销吗", snapshot, session)
    assert still_about(goes_on, session, snapshot).stated["person"] == "other-relative"
    named = heard("那我能报销吗", snapshot, session)
    assert still_about(named, session, snapshot) is named
