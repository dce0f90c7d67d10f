"""What was told since the topic opened, kept as marks: no text of a conversation is stored."""

from __future__ import annotations

from bot.dialogue.findings import Judgment
from bot.model.session import Session

_KEPT = 192


def said_before(before: Session, judgment: Judgment) -> tuple[int, ...]:
    """Marks of what was told on the matter a turn is about; nothing where it opens another."""
    leaves = judgment.leaves
    if leaves.measures is None and leaves.topics is None:
        return before.said
    if leaves.measures:
        return before.said if not set(leaves.measures).isdisjoint(before.measures) else ()
    return before.said if leaves.topics == before.topics else ()


def said_after(known: tuple[int, ...], marks: tuple[int, ...]) -> tuple[int, ...]:
    """The marks to keep, latest last."""
    return tuple(dict.fromkeys((*known, *marks)))[-_KEPT:]
