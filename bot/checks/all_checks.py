"""The checks in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from bot.checks.examples import Outcome, digests_of, examples_of, run_examples
from bot.checks.inspection import Check, Inspection
from bot.checks.many_regions import Surveyed, survey
from bot.checks.region_record import CONTENT, STRUCTURE
from bot.checks.shared_lists import check_unused_lists
from bot.compiled.closed_region import ClosedRegion
from bot.compiled.snapshot import ABREAST, Snapshot, contents_of
from bot.keeping.content_store import can_keep, is_kept, kept
from bot.keeping.index_store import compile_snapshot
from bot.model.knowledge import Knowledge, RegionKnowledge
from bot.reading.parse import Origin, Reading, read_folder, read_region, region_folders
from bot.reading.problem import Problem

_EXAMPLES = "examples"
_ANSWERING = ("model", "language", "rules", "compiled", "understanding", "dialogue", "checks")


def check_folder(folder: Path, *, examples: bool = True, cache_dir: Path | None = None) -> list[Problem]:
    """Every problem of a knowledge folder, by file and line. ``examples`` also asks the in-file questions (seconds)."""
    surveyed = survey_folder(folder, cache_dir)
    reading, problems = surveyed.reading, list(surveyed.problems)
    if examples and reading.knowledge is not None and not surveyed.unsound:
        compiled = cache(partial(compile_snapshot, reading.knowledge, cache_dir))
        problems = sorted(problems + _told(reading, outcomes_of(reading.knowledge, compiled, cache_dir)))
    return problems


def survey_folder(folder: Path, cache_dir: Path | None) -> Surveyed:
    """Read and check a knowledge folder; what is kept of it is not read again. Where nothing can be kept all is read at once."""
    if cache_dir is not None and region_folders(folder) and can_keep(cache_dir):
        with suppress(OSError):  # a file that cannot be read: reading it in order tells which
            return survey(folder, cache_dir)
    reading = read_folder(folder)
    unsound = tuple(problem for problem in _found(reading, STRUCTURE) if problem.severity == "error")
    return Surveyed(reading, unsound, tuple(check_knowledge(reading)))


def check_knowledge(reading: Reading) -> list[Problem]:
    """What is wrong with what was read, without asking it anything."""
    return sorted({*reading.problems, *_found(reading, (*STRUCTURE, *CONTENT, check_unused_lists))})


def _found(reading: Reading, checks: tuple[Check, ...]) -> list[Problem]:
    if reading.partial is None:
        return []
    inspection = Inspection(reading, reading.partial)
    for check in checks:
        check(inspection)
    return inspection.problems


def check_examples(reading: Reading, snapshot: Snapshot, cache_dir: Path | None = None) -> list[Problem]:
    """In-file examples that do not come out."""
    return _told(reading, outcomes_of(snapshot.knowledge, lambda: snapshot, cache_dir))


def _told(reading: Reading, outcomes: Iterable[Outcome]) -> list[Problem]:
    return [problem for outcome in outcomes for problem in example_problems(reading, outcome)]


def outcomes_of(
    knowledge: Knowledge, compiled: Callable[[], Snapshot], cache_dir: Path | None, asked: str | None = None
) -> list[Outcome]:
    """What every in-file example comes to. Those are asked again that lie in a region which changed, or are answered from one.

    ``compiled`` is called where any is asked. ``asked`` is ``contents_of(…).asked`` of the knowledge, where it is known already. That
    another one of many regions claims a place which an example names is not noticed.
    """
    if cache_dir is None:
        return run_examples(compiled())
    key, digests = _key_of_examples(knowledge, asked), digests_of(knowledge.regions)
    found = (_kept_outcomes(part, digests, key, compiled, cache_dir) for part in knowledge.regions)
    return [outcome for outcomes in found for outcome in outcomes]


def are_outcomes_kept(knowledge: Knowledge, cache_dir: Path, asked: str | None = None) -> bool:
    """Whether ``outcomes_of`` finds something kept of every region; it may still turn out not to hold any more."""
    key = _key_of_examples(knowledge, asked)
    return all(
        isinstance(part, ClosedRegion)
        and (not part.card.asks or is_kept(_kept_at(part, cache_dir), _EXAMPLES, f"{part.digest}{key}", _ANSWERING))
        for part in knowledge.regions
    )


def _kept_at(part: RegionKnowledge, cache_dir: Path) -> Path:
    return cache_dir / "regions" / part.region.id


def _key_of_examples(knowledge: Knowledge, asked: str | None) -> str:
    """Tells what every example's outcome depends on; where few regions are looked at together, how each names itself too."""
    few = len(knowledge.regions) <= ABREAST
    names = repr([part.region for part in knowledge.regions]) if few else ""
    return f"{asked or contents_of(knowledge).asked}{names}"


def _kept_outcomes(
    part: RegionKnowledge, digests: Mapping[str, str], key: str, compiled: Callable[[], Snapshot], cache_dir: Path
) -> list[Outcome]:
    """What the examples of a region come to, read where they were kept and still hold."""
    if not isinstance(part, ClosedRegion):
        return list(examples_of(part, compiled()))
    if not part.card.asks:
        return []
    known: dict[tuple[str, int], Outcome] = {}

    def holds(found: list[Outcome]) -> bool:
        known.update(((outcome.measure, outcome.number), outcome) for outcome in found if outcome.holds(digests))
        return len(known) == len(found)

    def ask() -> list[Outcome]:
        return list(examples_of(part, compiled(), known))

    return kept(_kept_at(part, cache_dir), _EXAMPLES, f"{part.digest}{key}", ask, made_by=_ANSWERING, holds=holds)


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
