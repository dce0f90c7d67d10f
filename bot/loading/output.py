"""Lines for whoever runs a command."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Write lines to the standard output."""
    sys.stdout.write(f"{text}\n")
