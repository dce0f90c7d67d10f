"""Where in a file a pattern stands: what was read holds every pattern by itself, in the file some are written as a group, or stand in a
shared list that is only named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Path = tuple[str | int, ...]

_SHARED = ("unless", "unless_anywhere")
_NO_LISTS: Mapping[str, int] = {}


def written_at(value: Any, path: Path, lengths: Mapping[str, int] = _NO_LISTS) -> Path:
    """The path in an author's file (``value`` is all it holds) of something read from it. ``lengths`` tells how many patterns each shared
    list has.

    That of a pattern, counted among those written out, may end with one of its parts, as in ``("says", 7, "<medic>")``: then it leads to
    where the pattern's group says that none of them may stand beside it.

    >>> written_at({"says": ("a", {"any": ("b", "c"), "unless": ("d",)}, "e")}, ("says", 2))
    ('says', 1, 'any', 1)
    >>> written_at({"says": ("a", {"any": ("b", "c"), "unless": ("d",)}, "e")}, ("says", 2, "d"))
    ('says', 1, 'unless', 0)
    >>> written_at({"says": ("a", {"any": ("b", "c"), "unless": ("d",)}, "e")}, ("says", 3))
    ('says', 2)
    >>> written_at({"says": ("a", {"shared": "idle"}, "e")}, ("says", 3), {"idle": 2})
    ('says', 2)
    """
    for depth, part in enumerate(path):
        if isinstance(value, tuple) and isinstance(part, int) and any(_is_group(item) or _list_named(item) for item in value):
            return (*path[:depth], *_in_groups(value, part, path[depth + 1 :], lengths))
        parts = value if isinstance(value, dict) else dict(enumerate(value)) if isinstance(value, tuple) else {}
        if part not in parts:
            break
        value = parts[part]
    return path


def _is_group(item: Any) -> bool:
    """Whether an item of a list is a group of patterns; a condition has ``any`` too, of other conditions."""
    patterns = item.get("any") if isinstance(item, dict) else None
    return isinstance(patterns, tuple) and all(isinstance(pattern, str) for pattern in patterns)


def _list_named(item: Any) -> str | None:
    """The shared list an item of a list names; a mapping of another kind has more keys, or names none."""
    name = item.get("shared") if isinstance(item, dict) and len(item) == 1 else None
    return name if isinstance(name, str) else None


def lists_named(value: Any) -> Iterator[str]:
    """Every shared list that is named anywhere in an author's file.

    >>> list(lists_named({"points": ({"cues": ("a", {"shared": "idle"})},)}))
    ['idle']
    """
    name = _list_named(value)
    if name is not None:
        yield name
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
        yield from lists_named(part)


def _in_groups(items: Sequence[Any], index: int, part: Path, lengths: Mapping[str, int]) -> Path:
    for place, item in enumerate(items):
        grouped, named = _is_group(item), _list_named(item)
        held = len(item["any"]) if grouped else lengths.get(named, 1) if named is not None else 1
        if index < held:
            if named is not None:
                return place, "shared"
            shared = ((place, key, item[key].index(part[0])) for key in _SHARED if grouped and part and part[0] in item.get(key, ()))
            return next(shared, (place, "any", index) if grouped else (place, *part))
        index -= held
    return ()
