"""What each weight is worth: every number of the weights set to none in turn, and how many answers stay right.

    python -m benchmarks.ablation FILE... [--only WEIGHT...]

FILE is a set of labelled conversations, JSON lines with ``turns``, ``region``, ``decision`` (those allowed) and ``any_of`` (ids of
measures, one of which has to be cited first; empty if none must be). Prints a line a weight: the share right, and the difference.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.channels.jsonl import converse
from bot.commands.answering_snapshot import ready_snapshot
from bot.compiled.snapshot import Snapshot
from bot.settings import read_settings

TODAY = date(2020, 3, 1)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--only", nargs="+", metavar="WEIGHT", help="the weights to set to none (default: each)")
    given = parser.parse_args()
    rows = [json.loads(line) for file in given.files for line in file.read_text(encoding="utf-8").splitlines()]
    snapshot = ready_snapshot(read_settings(os.environ))
    whole = share_right(rows, snapshot)
    print(f"{'all':28} {whole:6.1%}")
    for group in ("weights", "care_weights"):
        weights = getattr(snapshot, group)
        for weight in fields(weights):
            if given.only and weight.name not in given.only:
                continue
            without = replace(snapshot, **{group: replace(weights, **{weight.name: type(weight.default)(0)})})
            share = share_right(rows, without)
            print(f"{weight.name:28} {share:6.1%} {share - whole:+6.1%}", flush=True)


def share_right(rows: Sequence[dict[str, Any]], snapshot: Snapshot) -> float:
    """Share of conversations whose last reply decides and cites as labelled."""
    return sum(_right(row, snapshot) for row in rows) / max(1, len(rows))


def _right(row: dict[str, Any], snapshot: Snapshot) -> bool:
    reply = converse(row["turns"], row.get("region"), snapshot, TODAY)
    wanted = row.get("any_of") or []
    cited = not wanted or reply.decision.value != "answer" or (bool(reply.measures) and reply.measures[0] in wanted)
    return reply.decision.value in row["decision"] and cited


if __name__ == "__main__":
    main()
