"""What ``care_beside`` starts: reads knowledge from its input and keeps, compiled, what tells of distress."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from bot.keeping.index_store import keep_care


def main(arguments: list[str]) -> int:
    """Compile what stands in the input for the folder that is named."""
    knowledge = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one, and from nobody else
    keep_care(knowledge, Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
