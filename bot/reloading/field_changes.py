"""What tells two versions of one item apart, field by field, as its author spells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from pydantic import BaseModel

_SHOWN = 60
_NOTHING = "（没有）"

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that is another one now; what was not there, or is there no more, says so."""

    field: str
    before: str
    after: str

    def __str__(self) -> str:
        """In one line."""
        return f"{self.field}：{self.before} → {self.after}"


def field_changes(before: object, after: object) -> tuple[FieldChange, ...]:
    """Every field in which two values of one kind differ, in the order of the file."""
    return tuple(FieldChange(" › ".join(keys), _shown(old), _shown(new)) for keys, old, new in _walk(before, after, ()))


def _walk(before: object, after: object, keys: Keys) -> Iterator[tuple[Keys, object, object]]:
    if before == after:
        return
    if isinstance(before, BaseModel) and type(before) is type(after):
        for name, info in type(before).model_fields.items():
            yield from _walk(getattr(before, name), getattr(after, name), (*keys, info.alias or name))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _walk(before.get(key), after.get(key), (*keys, str(key)))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _walk_lists(before, after, keys)
    else:
        yield keys, before, after


def _walk_lists(before: tuple[object, ...], after: tuple[object, ...], keys: Keys) -> Iterator[tuple[Keys, object, object]]:
    """Items with ids are held against those with the same ids, words as sets, others in their order."""
    old, new = ({getattr(item, "id", None): item for item in items} for items in (before, after))
    if None not in old and None not in new:
        yield from _walk(old, new, keys)
    elif all(isinstance(item, str) for item in (*before, *after)):
        gone, come = [word for word in before if word not in after], [word for word in after if word not in before]
        if not gone and not come:
            yield keys, before, after
        yield from ((keys, old, new) for old, new in zip_longest(gone, come))
    else:
        for number, (first, second) in enumerate(zip_longest(before, after), start=1):
            yield from _walk(first, second, (*keys, str(number)))


def _shown(value: object) -> str:
    """A value in short."""
    if value is None:
        return _NOTHING
    if isinstance(value, BaseModel):
        text = value.model_dump_json(by_alias=True, exclude_defaults=True)
    elif isinstance(value, tuple):
        text = "、".join(map(str, value))
    else:
        text = str(value)
    return f"“{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”"
