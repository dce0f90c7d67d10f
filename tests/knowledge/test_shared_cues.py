"""What several files say alike is written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bot.reading.parse import Reading

_MOST_ALIKE = 4
"""Patterns from which a list is not written twice: shorter ones are alike by chance."""


def _lists(value: Any, key: object = None) -> Iterator[frozenset[str]]:
    """Every list of patterns in a file, of those written by themselves."""
    if key in ("cues", "says") and isinstance(value, tuple):
        yield frozenset(part for part in value if isinstance(part, str))
    for name, part in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    ):
        yield from _lists(part, name)


def test_no_two_files_hold_the_same_list(shipped: Reading) -> None:
    files: dict[frozenset[str], set[str]] = defaultdict(set)
    for document in {id(origin.document): origin.document for origin in shipped.origins.values()}.values():
        for patterns in _lists(document.value):
            if len(patterns) >= _MOST_ALIKE:
                files[patterns].add(document.file.name)
    assert {tuple(sorted(patterns)): names for patterns, names in files.items() if len(names) > 1} == {}


def test_every_shared_list_is_named(shipped: Reading) -> None:
    assert shipped.knowledge is not None
    assert {cues.id for cues in shipped.knowledge.shared_cues} == shipped.lists_named
