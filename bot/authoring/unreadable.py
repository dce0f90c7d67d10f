"""Why a file cannot be imported, and how big one may be."""

from __future__ import annotations

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_CHARACTERS = 2_000_000
MOST_ITEMS = 300


class UnreadableError(ValueError):
    """The file cannot be imported; the message says why, in Chinese."""
