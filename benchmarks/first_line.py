"""How well first lines answer labelled questions, how long replies are, and which assertions of the guide they break.

    python -m benchmarks.first_line FILE... [--show N]

FILE is a set of labelled questions: JSON lines with ``id``, ``turns``, ``region``, ``decision``, ``must``.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.guide import Exchange, broken, first_line, length
from bot.commands.answering_snapshot import ready_snapshot
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.reply import Decision
from bot.model.session import Session
from bot.settings import read_settings

TODAY = date(2020, 3, 1)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="misses and broken assertions to print in full")
    arguments = parser.parse_args()
    snapshot = ready_snapshot(read_settings(os.environ))
    for file in arguments.files:
        _measure(file, snapshot, arguments.show)


def _measure(file: Path, snapshot: Snapshot, show: int) -> None:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    wanted, hit, lengths = 0, 0, []
    shown: list[str] = []
    numbers: Counter[int] = Counter()
    for row in rows:
        exchanges = list(_held(row, snapshot))
        last = exchanges[-1]
        lengths += [length(exchange) for exchange in exchanges if exchange.reply.decision is Decision.ANSWER]
        for exchange in exchanges:
            for number, problem in broken(exchange):
                numbers[number] += 1
                shown.append(f"  [{number}] {row['id']} {exchange.text} → {problem}")
        if len(row.get("must", ())) == 1 and last.reply.decision is Decision.ANSWER and "answer" in row["decision"]:
            wanted += 1
            if _has(first_line(last), _fact(row)):
                hit += 1
            else:
                where = "later" if _has(last.reply.text, row["must"][0]) else "not at all"
                shown.append(
                    f"  [must] {row['id']} {' / '.join(row['turns'])} → {row['must'][0]} {where}: {first_line(last)}"
                )
    lengths.sort()
    print(f"{file.stem}: in line one {hit} of {wanted} ({100 * hit / max(1, wanted):.1f} %)")
    print(
        f"  length of answers: median {median(lengths):.0f}, 90 % {lengths[int(len(lengths) * 0.9)]}, most {lengths[-1]}"
    )
    print(f"  assertions broken: {dict(sorted(numbers.items()))}")
    for text in shown[:show]:
        print(text)


def _held(row: dict[str, Any], snapshot: Snapshot) -> Iterator[Exchange]:
    session = Session(region=row["region"])
    for text in row["turns"]:
        reply, after = respond(Message(text), session, snapshot, TODAY)
        yield Exchange(text, None, session, reply, after, snapshot)
        session = after


def _fact(row: dict[str, Any]) -> str:
    """The one fact asked for: a sum where one follows, or what the answer has to say."""
    amount = row.get("amount")
    return f"{row['must'][0]}|{amount:g}" if amount is not None else str(row["must"][0])


def _has(text: str, alternatives: str) -> bool:
    flat = re.sub(r"[\s,，]", "", text)
    return any(re.sub(r"[\s,，]", "", wanted) in flat for wanted in alternatives.split("|"))


if __name__ == "__main__":
    main()
