"""Kill the bot at random moments during conversations, and see that every one goes on where it was.

Run: python -m benchmarks.telegram_kills [--kills 50] [--seed 1]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
from pathlib import Path

from tests.channels.telegram.emulator import Emulator
from tests.channels.telegram.kills import Report, interviews_with_kills


async def _run(kills: int, seed: int) -> Report:
    emulator = Emulator()
    await emulator.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            return await interviews_with_kills(emulator, Path(folder), kills, random.Random(seed))
    finally:
        await emulator.stop()


def main() -> None:
    """Run and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(asyncio.run(_run(given.kills, given.seed)))


if __name__ == "__main__":
    main()
