"""The checks in order."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bot.checks.examples import Outcome, examples_of, run_examples
from bot.checks.inspection import Check, Inspection
from bot.checks.many_regions import Surveyed, survey
from bot.checks.region_record import CONTENT, STRUCTURE
from bot.compiled.closed_region import ClosedRegion
from bot.compiled.snapshot import ABREAST, Snapshot, content_asked
from bot.keeping.content_store import can_keep, kept
from bot.keeping.index_store import compile_snapshot
from bot.model.knowledge import RegionKnowledge
from bot.reading.parse import Origin, Reading, read_folder, read_region, region_folders
from bot.reading.problem import Problem

_ANSWERING = ("model", "language", "rules", "compiled", "understanding", "dialogue", "checks")


def check_folder(folder: Path, *, examples: bool = True, cache_dir: Path | None = None) -> list[Problem]:
    """Every problem of a knowledge folder, by file and line. ``examples`` also asks the in-file questions (seconds)."""
    surveyed = survey_folder(folder, cache_dir)
    reading, problems = surveyed.reading, list(surveyed.problems)
    if examples and reading.knowledge is not None and not surveyed.unsound:
        problems = sorted(problems + check_examples(reading, compile_snapshot(reading.knowledge, cache_dir), cache_dir))
    return problems


def survey_folder(folder: Path, cache_dir: Path | None) -> Surveyed:
    """Read and check a knowledge folder; of many regions, those that are kept are not read again."""
    if cache_dir is not None and folder.is_dir() and len(region_folders(folder)) > ABREAST and can_keep(cache_dir):
        with suppress(OSError):  # a file that cannot be read: reading it in order tells which
            return survey(folder, cache_dir)
    reading = read_folder(folder)
    unsound = tuple(problem for problem in _found(reading, STRUCTURE) if problem.severity == "error")
    return Surveyed(reading, unsound, tuple(check_knowledge(reading)))


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


def check_examples(reading: Reading, snapshot: Snapshot, cache_dir: Path | None = None) -> list[Problem]:
    """In-file examples that do not come out."""
    return [problem for outcome in outcomes_of(snapshot, cache_dir) for problem in example_problems(reading, outcome)]


def outcomes_of(snapshot: Snapshot, cache_dir: Path | None) -> list[Outcome]:
    """What every in-file example comes to; of many regions, those are asked again that changed, or that lie in one that did.

    What an example asks of a region it only names is taken to be as it was.
    """
    if not snapshot.crowded or cache_dir is None:
        return run_examples(snapshot)
    asked = content_asked(snapshot.knowledge)
    return [outcome for part in snapshot.everywhere for outcome in kept_outcomes(part, snapshot, asked, cache_dir)]


def outcomes_key(part: RegionKnowledge, snapshot: Snapshot, asked: str) -> str | None:
    """Tells of what a region's examples come to; None where that depends on more, and they are asked every time.

    ``asked`` is ``content_asked``.
    """
    if not isinstance(part, ClosedRegion) or part.card.asks_elsewhere:
        return None
    wider = "".join(repr(other) for other in snapshot.wider(part.region.id))
    return f"{part.digest}{wider}{asked}"


def kept_outcomes(part: RegionKnowledge, snapshot: Snapshot, asked: str, cache_dir: Path) -> list[Outcome]:
    """What the examples of one of many regions come to, read where it was kept."""
    content = outcomes_key(part, snapshot, asked)
    if content is None:
        return list(examples_of(part, snapshot))
    if isinstance(part, ClosedRegion) and not part.card.asks:
        return []
    return kept(cache_dir / "regions" / part.region.id, "examples", content, lambda: list(examples_of(part, snapshot)), made_by=_ANSWERING)


def example_problems(reading: Reading, outcome: Outcome) -> list[Problem]:
    """What is wrong with one example, at its line."""
    if not outcome.failures:
        return []
    origin, asked = _origin(reading, outcome.measure), "／".join(outcome.asked)
    remedy = "改例句的期望；或补问法、cues、条件，让它答对"
    return [
        origin.problem(("examples", outcome.number), f"例句“{asked}”：{failure}", remedy)
        for failure in outcome.failures
    ]


def _origin(reading: Reading, measure: str) -> Origin:
    """Where a measure stands; the files of one of many regions are read again for it."""
    known = reading.origins.get(("measure", measure))
    if known is None and reading.partial is not None:
        region = reading.partial.region_of[measure].region.id
        folder = reading.origins["region", region].document.file.parent
        known = read_region(reading, folder.name).origins["measure", measure]
    return known if known is not None else reading.origins["measure", measure]
