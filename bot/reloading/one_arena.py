"""Where the C library takes memory from and when it gives it back, as far as it can be told."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_M_ARENA_MAX = -8
"""glibc's ``mallopt``: how many places threads take memory from."""


def share_one_arena() -> None:
    """Have all threads take memory from one place: what was unpacked in a thread, and is freed, is of use to the others.

    To be called before there are any. Only glibc has this; elsewhere nothing happens.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Give back to the system what was freed and is not needed at once. It takes milliseconds, in which others go on.

    Only glibc has this; elsewhere nothing happens.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
