"""Where in a file a pattern stands: what was read holds every pattern by itself, in the file some are written as a group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Path = tuple[str | int, ...]

_SHARED = ("unless", "unless_anywhere")


def written_at(value: Any, path: Path) -> Path:
    """The path in an author's file (``value`` is all it holds) of something read from it.

    That of a pattern, counted among those written out, may end with one of its parts, as in ``("says", 7, "<medic>")``: then it leads to
    where the pattern's group says that none of them may stand beside it.

    >>> written_at({"says": ("a", {"any": ("b", "c"), "unless": ("d",)}, "e")}, ("says", 2))
    ('says', 1, 'any', 1)
    >>> written_at({"says": ("a", {"any": ("b", "c"), "unless": ("d",)}, "e")}, ("says", 2, "d"))
    ('says', 1, 'unless', 0)
    >>> written_at({"says": ("a", {"any": ("b", "c"), "unless": ("d",)}, "e")}, ("says", 3))
    ('says', 2)
    """
    for depth, part in enumerate(path):
        if isinstance(value, tuple) and isinstance(part, int) and any(map(_is_group, value)):
            return (*path[:depth], *_in_groups(value, part, path[depth + 1 :]))
        parts = value if isinstance(value, dict) else dict(enumerate(value)) if isinstance(value, tuple) else {}
        if part not in parts:
            break
        value = parts[part]
    return path


def _is_group(item: Any) -> bool:
    """Whether an item of a list is a group of patterns; a condition has ``any`` too, of other conditions."""
    patterns = item.get("any") if isinstance(item, dict) else None
    return isinstance(patterns, tuple) and all(isinstance(pattern, str) for pattern in patterns)


def _in_groups(items: Sequence[Any], index: int, part: Path) -> Path:
    for place, item in enumerate(items):
        grouped = _is_group(item)
        held = len(item["any"]) if grouped else 1
        if index < held:
            shared = ((place, key, item[key].index(part[0])) for key in _SHARED if grouped and part and part[0] in item.get(key, ()))
            return next(shared, (place, "any", index) if grouped else (place, *part))
        index -= held
    return ()
