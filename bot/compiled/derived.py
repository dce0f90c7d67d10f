"""What other rooms work out of a snapshot once, and keep as long as the snapshot lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from bot.compiled.snapshot import Origin, Snapshot

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


def shared(build: Callable[[Snapshot], T]) -> Callable[[Snapshot], T]:
    """``build``, called once for a snapshot and all views of it: it may look at nothing that belongs to a region, save cards."""
    made: WeakKeyDictionary[Origin, T] = WeakKeyDictionary()

    @wraps(build)
    def get(snapshot: Snapshot) -> T:
        if snapshot.origin not in made:
            made[snapshot.origin] = build(snapshot)
        return made[snapshot.origin]

    return get
