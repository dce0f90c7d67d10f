"""The bot as a process of its own, on knowledge small enough to start at once; whoever forks it has read everything already."""

from __future__ import annotations

import logging
import os
import sys

from bot.channels.telegram import Options, Timing, run
from bot.channels.telegram.send_limits import Rate, Rates
from bot.compiled.snapshot import build_snapshot
from bot.reading.parse import load
from bot.settings import read_settings
from bot.storage.database_place import database_of
from tests.authors.folders import BASE

SNAPSHOT = build_snapshot(load(BASE))


def main() -> int:
    """Start from the environment, as the command line does."""
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    settings = read_settings(os.environ, telegram=True)
    options = Options(timing=Timing(rates=Rates(*[Rate(1_000, 1.0)] * 3)))
    return run(settings, lambda: SNAPSHOT, database_of(settings), options)
