"""By which words a message shows that somebody is whom the documents are written for: of many patterns only those it opens are tried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.compiled.derived import shared
from bot.compiled.snapshot import Snapshot
from bot.language.analyse import Label
from bot.language.patterns import Found, Pattern, Spots, match

_Numbered = Mapping[Label, tuple[tuple[int, Pattern], ...]]
"""Patterns by their first part, each with its place in the author's order."""


def shown_and_sought(where: Spots, text: str, snapshot: Snapshot) -> tuple[list[Found], list[Found]]:
    """What is said that shows a medical worker, and what only one asks for; both in the author's order of patterns."""
    shows, sought = _by_first_part(snapshot)
    return _heard(shows, where, text), _heard(sought, where, text)


def _heard(patterns: _Numbered, where: Spots, text: str) -> list[Found]:
    tried = sorted((entry for label in where if label in patterns for entry in patterns[label]), key=_number)
    return [here for _, pattern in tried if (here := match(pattern, where, text)) is not None]


def _number(entry: tuple[int, Pattern]) -> int:
    return entry[0]


@shared
def _by_first_part(snapshot: Snapshot) -> tuple[_Numbered, _Numbered]:
    return _numbered(snapshot.shows_staff), _numbered(snapshot.sought_by_staff)


def _numbered(patterns: Iterable[Pattern]) -> _Numbered:
    found: dict[Label, list[tuple[int, Pattern]]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        found[pattern.parts[0]].append((number, pattern))
    return {first: tuple(entries) for first, entries in found.items()}
