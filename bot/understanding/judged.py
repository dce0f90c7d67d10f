"""What somebody thinks of the last answer, typed as a whole message: 有用, 没用."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.model.session import Session
from bot.understanding.intents import Command
from bot.understanding.naming import naming
from bot.understanding.said import CLOSING, Act, Said

_BESIDE = CLOSING | {Act.GREETS}
"""What may be said beside it: 有用，谢谢."""

_MARKS = (("of-use", "useful"), ("of-no-use", "useless"))
"""The signals, and the commands that channels count marks by."""


def judged(said: Said, session: Session, snapshot: Snapshot) -> Command | None:
    """The mark a message gives the answer before it, if it says nothing else; somebody in distress gives none.

    What authors wrote down as a complaint is one of small talk, and has the reply they wrote.
    """
    if session.gentle is not None or not session.topics:
        return None
    marks = _MARKS if said.phrase is None else _MARKS[:1]
    return next((Command(name) for signal, name in marks if _says_only(signal, said, snapshot)), None)


def disappointed(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message says no more than that nothing helps; to somebody in distress that is no complaint."""
    return _says_only("of-no-use", said, snapshot)


def scolds(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message only scolds the bot or the documents: it tells nothing of anybody, and every question in it scolds."""
    signal, text = snapshot.signal("scolds"), said.text
    if not signal.heard(text) or snapshot.signal("scolded").heard(text) or said.stated or said.counting.spans:
        return False
    asking = [text[clause.start : clause.end] for clause in said.clauses if clause.act in (Act.ASKS, Act.WISHES)]
    named = naming(said, snapshot)
    plain = any(column.kind == "topic" and degree >= snapshot.weights.plainly for column, degree in named)
    return all(map(signal.heard, asking)) and not plain


def _says_only(name: str, said: Said, snapshot: Snapshot) -> bool:
    """Whether a message is one of a signal's, with or without thanks."""
    signal = snapshot.signal(name)
    other = [said.text[clause.start : clause.end] for clause in said.clauses if clause.act not in _BESIDE]
    return signal.is_all_of(said.text) or (len(other) == 1 and signal.is_all_of(other[0]))
