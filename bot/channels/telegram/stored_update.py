"""A stored update, read."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """A stored update, read."""

    number: int
    update: Update
    tries: int = 0
    lane: int = 0
