"""The checks in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.checks.answers import check_answers
from bot.checks.conditions import check_conditions
from bot.checks.examples import Outcome, run_examples
from bot.checks.figures import check_figures
from bot.checks.files import check_files
from bot.checks.inspection import Inspection
from bot.checks.phrasings import check_phrasings
from bot.checks.references import check_references
from bot.checks.regions import check_regions
from bot.compiled.snapshot import Snapshot
from bot.keeping.index_store import compile_snapshot
from bot.reading.parse import Reading, read_folder
from bot.reading.problem import Problem

Check = Callable[[Inspection], None]
STRUCTURE: tuple[Check, ...] = (check_references, check_conditions)
"""What has to hold before a question can be answered at all."""

CONTENT: tuple[Check, ...] = (check_files, check_answers, check_figures, check_regions, check_phrasings)
"""What else is looked at. Every check works on what could be read, so that one broken file hides nothing else."""


def check_folder(folder: Path, *, examples: bool = True, cache_dir: Path | None = None) -> list[Problem]:
    """Every problem of a knowledge folder, by file and line. ``examples`` also asks the in-file questions (seconds)."""
    reading = read_folder(folder)
    problems = check_knowledge(reading)
    if examples and reading.knowledge is not None and is_answerable(reading):
        problems = sorted(problems + check_examples(reading, compile_snapshot(reading.knowledge, cache_dir)))
    return problems


def is_answerable(reading: Reading) -> bool:
    """Whether questions can be put to what was read: its shape is sound and every name leads somewhere."""
    return reading.knowledge is not None and not any(p.severity == "error" for p in _found(reading, STRUCTURE))


def check_knowledge(reading: Reading) -> list[Problem]:
    """What is wrong with what was read, without asking it anything."""
    return sorted({*reading.problems, *_found(reading, (*STRUCTURE, *CONTENT))})


def _found(reading: Reading, checks: tuple[Check, ...]) -> list[Problem]:
    if reading.partial is None:
        return []
    inspection = Inspection(reading, reading.partial)
    for check in checks:
        check(inspection)
    return inspection.problems


def check_examples(reading: Reading, snapshot: Snapshot) -> list[Problem]:
    """In-file examples that do not come out."""
    return [problem for outcome in run_examples(snapshot) for problem in example_problems(reading, outcome)]


def example_problems(reading: Reading, outcome: Outcome) -> list[Problem]:
    """What is wrong with one example, at its line."""
    origin, asked = reading.origins["measure", outcome.measure], "／".join(outcome.asked)
    remedy = "改例句的期望；或补问法、cues、条件，让它答对"
    return [
        origin.problem(("examples", outcome.number), f"例句“{asked}”：{failure}", remedy)
        for failure in outcome.failures
    ]
