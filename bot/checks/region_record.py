"""What reading and checking one region alone comes to, kept by content: of many regions only those that changed are read again."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.checks.answers import check_answers
from bot.checks.conditions import check_conditions
from bot.checks.figures import backed_by_measures, check_figures, shown_texts
from bot.checks.files import check_files, check_written, part_problems
from bot.checks.inspection import Asked, Backed, Beyond, Check, Inspection, Unbacked, measures
from bot.checks.phrasings import check_phrasings
from bot.checks.references import check_references
from bot.checks.regions import check_regions, names_of_schemes, own_names
from bot.compiled.closed_region import Card, ClosedRegion, close
from bot.keeping.content_store import is_kept, kept
from bot.model.region import Region
from bot.reading.groups import lists_named
from bot.reading.parse import Origin, Reading, read_region
from bot.reading.problem import Problem
from bot.reading.yaml_reader import Document, Path_, Place

STRUCTURE: tuple[Check, ...] = (check_references, check_conditions)
"""What has to hold before a question can be answered at all."""

CONTENT: tuple[Check, ...] = (check_files, check_written, check_answers, check_figures, check_regions, check_phrasings)
"""What else is looked at. Every check works on what could be read, so that one broken file hides nothing else."""

MADE_BY = ("model", "language", "rules", "compiled", "understanding", "dialogue", "keeping", "reading", "checks")
_NAME = "region"


@dataclass(frozen=True, slots=True)
class RegionRecord:
    """A region, closed, with all that is wrong with it alone and all that must be held against other regions.

    ``broken``: it could not be read as a whole. ``unsound`` is what keeps it from being answered. Files are told from the
    knowledge folder on. ``incomplete`` are the kinds of which something could not be read. ``places`` tell where the parts of
    its region file stand, ``lines`` where its measures do. ``lists`` are the shared lists of patterns that its files name.
    """

    digest: str
    region: Region | None = None
    card: Card | None = None
    packed: bytes = b""
    broken: bool = False
    unsound: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    unbacked: tuple[Unbacked, ...] = ()
    asked: Mapping[str, Asked] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    places: Mapping[Path_, Place] = field(default_factory=dict)
    lines: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    schemes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    texts: bytes = b""

    def light(self) -> RegionRecord:
        """The same without what is big and seldom looked at: ``packed``, ``texts``."""
        return replace(self, packed=b"", texts=b"")

    def part(self, packed: Callable[[], bytes]) -> ClosedRegion | None:
        """The region, if it could be read; ``packed`` gives what a light record has not."""
        if self.region is None or self.card is None:
            return None
        return ClosedRegion.of(self.region, self.card, self.digest, self.packed or packed)

    def origin(self, folder: Path, name: str) -> Origin:
        """Where the region's own file says what."""
        return Origin(Document(folder / "regions" / name / "region.yaml", places=dict(self.places)))

    def shown(self) -> list[tuple[str, Place, str]]:
        """Every text that can reach a person, each with its file and its place there."""
        return self._unpacked()[0]

    def backed(self) -> list[Backed]:
        """What the fields of each measure allow."""
        return self._unpacked()[1]

    def _unpacked(self) -> tuple[list[tuple[str, Place, str]], list[Backed]]:
        return pickle.loads(zlib.decompress(self.texts)) if self.texts else ([], [])  # noqa: S301 - packed right below


def record_of(shared: Reading, name: str, digest: str, cache_dir: Path | None) -> RegionRecord:
    """The record of a region; read where it was kept for the same content. ``digest`` tells that of the region and all else."""
    directory = cache_dir / "regions" / name if cache_dir is not None else None
    return kept(directory, _NAME, digest, lambda: _examined(shared, name, digest), made_by=MADE_BY)


def is_recorded(name: str, digest: str, cache_dir: Path) -> bool:
    """Whether the record of a region has only to be read."""
    return is_kept(cache_dir / "regions" / name, _NAME, digest, MADE_BY)


def _examined(shared: Reading, name: str, digest: str) -> RegionRecord:
    reading = read_region(shared, name)
    if reading.partial is None:
        misnamed = _within(reading, name, [*part_problems(reading.folder, name)])
        return RegionRecord(digest, broken=True, problems=misnamed, incomplete=frozenset(reading.incomplete))
    inspection = Inspection(reading, reading.partial, alone=name)
    for check in STRUCTURE:
        check(inspection)
    unsound = [problem for problem in inspection.problems if problem.severity == "error"]
    for check in CONTENT:
        check(inspection)
    record = RegionRecord(
        digest,
        broken=bool(reading.errors),
        unsound=_within(reading, name, unsound),
        problems=_within(reading, name, {*reading.problems, *inspection.problems, *part_problems(reading.folder, name)}),
        beyond=tuple(replace(found, problem=_inside(found.problem, reading.folder)) for found in inspection.beyond),
        unbacked=tuple(replace(found, problem=_inside(found.problem, reading.folder)) for found in inspection.unbacked),
        asked={plain: replace(asked, problem=_inside(asked.problem, reading.folder)) for plain, asked in inspection.asked.items()},
        incomplete=frozenset(reading.incomplete),
    )
    return _with_content(record, inspection) if reading.partial.regions else record


def _with_content(record: RegionRecord, inspection: Inspection) -> RegionRecord:
    part, folder, origins = inspection.knowledge.regions[0], inspection.reading.folder, inspection.reading.origins
    closed = close(part, inspection.knowledge.fact_by_id, record.digest)
    texts = list(_texts(inspection)), list(backed_by_measures(inspection))
    own = {measure.id: origins["measure", measure.id].problem(("id",), "", "") for measure in part.measures}
    return replace(
        record,
        region=closed.region,
        card=closed.card,
        packed=closed.packed,
        places=origins["region", part.region.id].document.places,
        lines={measure: (place.file.relative_to(folder).as_posix(), place.line) for measure, place in own.items()},
        schemes=frozenset(names_of_schemes(part)),
        names=frozenset(own_names(part)),
        lists=frozenset(name for measure in part.measures for name in lists_named(origins["measure", measure.id].document.value)),
        texts=zlib.compress(pickle.dumps(texts, pickle.HIGHEST_PROTOCOL), 1),
    )


def _texts(inspection: Inspection) -> Iterator[tuple[str, Place, str]]:
    for key, _, measure in measures(inspection):
        document = inspection.origin(key).document
        file = document.file.relative_to(inspection.reading.folder).as_posix()
        yield from ((file, document.place(path), text) for path, text in shown_texts(inspection, measure))


def _within(reading: Reading, name: str, problems: set[Problem] | list[Problem]) -> tuple[Problem, ...]:
    """The problems of this region's files."""
    own = reading.folder / "regions" / name
    return tuple(sorted(_inside(problem, reading.folder) for problem in problems if problem.file.is_relative_to(own)))


def _inside(problem: Problem, folder: Path) -> Problem:
    return replace(problem, file=problem.file.relative_to(folder))
