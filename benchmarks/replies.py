"""Records every reply to sets of conversations, and tells two records apart, so that a rebuilt house can be held to the old one.

    python -m benchmarks.replies record FILE... > record.jsonl
    python -m benchmarks.replies compare old.jsonl new.jsonl [--show N]

FILE is a set of labelled questions (JSON lines with ``id``, ``turns``, ``region``) or a YAML file of conversation scripts.
A record has one line a turn: what was said, decision, measures, text, options, outcome, amount and the session after it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.commands.answering_snapshot import ready_snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session, to_json
from bot.settings import read_settings

TODAY = date(2020, 3, 1)
COMPARED = ("decision", "measures", "outcome", "amount", "text", "options", "session")


def main() -> None:
    """Record or compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("what", choices=("record", "compare"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=50, help="differences to print in full (default 50)")
    arguments = parser.parse_args()
    if arguments.what == "record":
        for row in record(arguments.files):
            print(json.dumps(row, ensure_ascii=False))
    else:
        compare(*map(_rows, arguments.files), shown=arguments.show)


def record(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """One row for each turn of each conversation."""
    snapshot = ready_snapshot(read_settings(os.environ))
    for file in files:
        for name, region, turns in conversations(file):
            session = Session(region=region)
            for number, (said, message) in enumerate(turns, 1):
                chosen = next((o.action for o in session.options if message.action and o.label.startswith(message.action)), None)
                message = Message(action=chosen) if chosen else message
                reply, session = respond(message, session, snapshot, TODAY)
                yield {
                    "at": f"{file.stem}/{name}/{number}",
                    "said": said,
                    "decision": reply.decision.value,
                    "measures": list(reply.measures),
                    "outcome": reply.outcome,
                    "amount": reply.amount,
                    "text": reply.text,
                    "options": [[option.label, option.action] for option in reply.options],
                    "session": json.loads(to_json(session)),
                }


def conversations(file: Path) -> Iterator[tuple[str, str | None, list[tuple[str, Message]]]]:
    """Name, region and messages of each conversation of a file; a tap is a message whose action is the label's opening."""
    if file.suffix == ".yaml":
        for script in yaml.safe_load(file.read_text(encoding="utf-8")):
            turns = [(str(t.get("say", t.get("tap", t.get("action")))), _message(t)) for t in script["turns"]]
            yield script["name"], script.get("region"), turns
    else:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield str(row.get("id")), row.get("region"), [(turn, Message(turn)) for turn in row["turns"]]


def _message(turn: dict[str, Any]) -> Message:
    return Message(turn["say"]) if "say" in turn else Message(action=str(turn.get("action", turn.get("tap"))))


def compare(old: dict[str, dict[str, Any]], new: dict[str, dict[str, Any]], shown: int) -> None:
    """Print how many replies differ in what, and the first of them."""
    counted: Counter[str] = Counter()
    differing = 0
    for at in old.keys() & new.keys():
        parts = [part for part in COMPARED if old[at][part] != new[at][part]]
        counted.update(parts)
        differing += bool(parts)
    print(f"{len(old)} and {len(new)} replies, {len(old.keys() & new.keys())} held against each other, {differing} differ:", dict(counted))
    for at in [at for at in old if at in new and any(old[at][part] != new[at][part] for part in COMPARED)][:shown]:
        print(f"\n== {at} {old[at]['said']!r}")
        for part in COMPARED:
            if old[at][part] != new[at][part]:
                print(f"  {part}\n    - {old[at][part]}\n    + {new[at][part]}")


def _rows(file: Path) -> dict[str, dict[str, Any]]:
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {row["at"]: row for row in rows}


if __name__ == "__main__":
    sys.exit(main())
