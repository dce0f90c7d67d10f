"""The process that examines a candidate beside the running bot: ``python -m bot.reloading.worker``.

Segmentation builds its dictionary under the interpreter lock; in the bot's own process every conversation would wait.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.reading.problem import Problem
from bot.reloading.candidate import Report, Verdict, examine
from bot.reloading.snapshot_transport import pack
from bot.reloading.version_store import LIVE, files_of, taught_of
from bot.teaching.overlay import read_overlay

_BEHIND = 10
"""How far behind the bot the worker stands in line for the processor."""


def main(arguments: list[str]) -> int:
    """Step behind those who ask, and examine.

    Arguments: staged folder, the authors' folder (for messages), cache folder, file; beside it lie the live parts' keys.
    """
    if hasattr(os, "nice"):
        os.nice(_BEHIND)  # those who ask come first
    staged, shown, cache_dir, file = map(Path, arguments[:4])
    examine_into(file, staged, shown, cache_dir, json.loads(file.with_name(LIVE).read_text("utf-8")))
    return 0


def examine_into(file: Path, staged: Path, shown: Path, cache_dir: Path, live: Mapping[str, str]) -> None:
    """Examine a staged copy and write what came of it to a file; ``live`` are the keys of the parts that are live."""
    overlay, problems = read_overlay(taught_of(staged))
    verdict = examine(files_of(staged), overlay, taught_of(staged), cache_dir=cache_dir)
    verdict = replace(verdict, problems=(*problems, *(_shown(problem, staged, shown) for problem in verdict.problems)))
    _write(verdict, file, live)


def _write(verdict: Verdict, file: Path, live: Mapping[str, str]) -> None:
    loaded = verdict.loaded
    if loaded is None:
        file.write_bytes(pickle.dumps(Report(verdict.problems)))
        return
    report = Report(verdict.problems, loaded.digest, loaded.keys, tuple((loaded.answers or {}).items()))
    pack(loaded.snapshot, report, file, left_out=[name for name, key in loaded.keys.items() if live.get(name) == key])


def _shown(problem: Problem, staged: Path, shown: Path) -> Problem:
    """A problem at the file the author knows, not at the copy."""
    root = files_of(staged)
    inside = problem.file.is_relative_to(root)
    return replace(problem, file=shown / problem.file.relative_to(root)) if inside else problem


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
