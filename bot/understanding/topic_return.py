"""Return to an earlier topic: whether a message comes back to a matter of before, and to which."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.referring_back import goes_back, turns_aside
from bot.model.session import Session
from bot.understanding.naming import naming, pointers
from bot.understanding.said import Said


def goes_to_earlier(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message says that it comes back to a matter of before: 说回孩子, 前面那个事; 先不说补助."""
    return bool(said.put_off) or snapshot.signal("returns").heard(said.text) or goes_back(said.text)


def returned_to(said: Said, session: Session, top: str | None, snapshot: Snapshot) -> str | None:
    """The earlier topic that a message comes back to: the one it names, else the first or the last but one.

    ``top`` is what a message is surely most like without what is in hand.
    """
    others = [topic for topic in session.earlier if topic not in session.topics]
    if turns_aside(said.text) and top in others:
        return top
    if not others or not goes_to_earlier(said, snapshot):
        return None
    if top in others and not said.put_off:
        return top
    pointed = {topic for hint in pointers(said) for topic in snapshot.hints.get(hint, ())}
    if len(pointed.intersection(others)) == 1 and pointed.isdisjoint(session.topics):
        return pointed.intersection(others).pop()
    idle = [span for name in ("returns", "the-first", "generic") for span in snapshot.signal(name).spans(said.text)]
    words = [(column, degree) for column, degree in naming(said, snapshot, [*said.put_off, *idle]) if column.kind == "topic"]
    named = {column.id: degree for column, degree in sorted(words, key=lambda found: found[1])}
    best = max(others, key=lambda topic: named.get(topic, 0.0))
    if named.get(best, 0.0) >= snapshot.weights.faintly:
        return best
    if any(degree >= snapshot.weights.plainly for degree in named.values()):
        return None
    return others[0] if snapshot.signal("the-first").heard(said.text) else others[-1]
