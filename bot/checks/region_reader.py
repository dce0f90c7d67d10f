"""What ``many_regions`` starts beside itself: reads and checks regions that are not kept, the last first, and keeps what it found."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.checks.many_regions import keep_records


def main(arguments: list[str]) -> int:
    """Arguments: the knowledge folder, the cache folder."""
    folder, cache_dir = map(Path, arguments)
    keep_records(folder, cache_dir)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
