"""Greetings, thanks, commands in words: only where they are all that a message says."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import clauses
from bot.language.particles import bare
from bot.model.talk import Phrase


def small_talk_of(text: str, snapshot: Snapshot) -> Phrase | None:
    """The phrase a whole message is, or the weightiest of those its clauses are."""
    whole = _phrase(text, snapshot)
    if whole is not None:
        return whole
    pieces = clauses(text)
    if len(pieces) == 1:
        return None
    said = [_phrase(text[begin:end], snapshot) for begin, end in pieces]
    return _weightiest(said) if all(said) else None


def _phrase(text: str, snapshot: Snapshot) -> Phrase | None:
    """The phrase a stretch of text is, with or without a polite opening."""
    said = bare(text)
    known = snapshot.phrases.get(said)
    if known is not None:
        return known
    end = snapshot.signal("opening").opens(said)
    return snapshot.phrases.get(bare(said[end:])) if end is not None and end < len(said) else None


def _weightiest(clauses: Sequence[Phrase | None]) -> Phrase | None:
    """Of several phrases in a row the one that wants something, else the last: 谢谢，再见 is a goodbye."""
    known = [phrase for phrase in clauses if phrase is not None]
    return next((phrase for phrase in known if phrase.action), known[-1] if known else None)
