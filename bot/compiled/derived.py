"""What other rooms work out of a snapshot once, and keep as long as the snapshot lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from bot.compiled.snapshot import Snapshot

T = TypeVar("T")


def derived(build: Callable[[Snapshot], T]) -> Callable[[Snapshot], T]:
    """``build``, called once for each snapshot or view. What it gives must not hold the snapshot."""
    made: WeakKeyDictionary[Snapshot, T] = WeakKeyDictionary()

    @wraps(build)
    def get(snapshot: Snapshot) -> T:
        if snapshot not in made:
            made[snapshot] = build(snapshot)
        return made[snapshot]

    return get
