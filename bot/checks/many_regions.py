"""A knowledge folder read and checked region by region: each alone, then what they say against each other."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

from bot.checks.figures import told
from bot.checks.files import check_files, name_problems, part_problems
from bot.checks.inspection import Inspection
from bot.checks.phrasings import asked_twice
from bot.checks.references import check_wider
from bot.checks.region_record import CONTENT, MADE_BY, STRUCTURE, RegionRecord, is_recorded, record_of
from bot.checks.regions import check_shared_places, check_swallowed
from bot.checks.shared_lists import check_unused_lists
from bot.keeping.content_store import can_keep, collector_at_rest, kept
from bot.keeping.folder_digests import SHARED, Part, parts_of, remember_digests
from bot.model.knowledge import Knowledge
from bot.reading.explain import choices
from bot.reading.parse import Reading, read_shared, region_folders, remedy_of_copy
from bot.reading.problem import Problem

_READER = "bot.checks.region_reader"
_WORTH_TWO = 8
"""Regions to be read from which a second process is worth its start."""

_FEW = 64
"""Regions up to which it is quicker to read a record of each than to write those of all."""

_OPENING = 2
"""Characters by which names are looked up: no name that is looked for is shorter."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A folder's knowledge with its regions closed, and what is wrong with it: with what it is built of, and in all.

    ``parts`` are the digests of what was read, by part; None where it was read without them.
    """

    reading: Reading
    unsound: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    parts: Mapping[str, str] | None = None


def survey(folder: Path, cache_dir: Path) -> Surveyed:
    """Read and check a folder, each region by itself.

    Raises:
        OSError: if a file cannot be read.
    """
    remember_digests(cache_dir)
    parts = parts_of(folder)
    shared, said = _all_else(folder, parts[SHARED].digest, cache_dir)
    digests = _digests(folder, parts)
    whole = _Whole(shared, digests, cache_dir)
    records = _records(shared, digests, cache_dir)
    with collector_at_rest():
        return _compared(folder, shared, said, parts, records, whole)


def _compared(
    folder: Path, shared: Reading, said: _Said, parts: Mapping[str, Part], records: dict[str, RegionRecord], whole: _Whole
) -> Surveyed:
    """What was read of each region, together, and what they say against each other."""
    broken = _is_broken(shared, records)
    reading = replace(shared, origins=dict(shared.origins), incomplete=set(shared.incomplete))
    unsound, problems = list(said.unsound), list(said.problems)
    for copy in [name for name, record in records.items() if _is_copy(name, record, records)]:
        problems.append(_copied(folder, copy, records.pop(copy)))
        broken = True
    for record in records.values():
        problems += (replace(problem, file=folder / problem.file) for problem in record.problems)
        unsound += (replace(problem, file=folder / problem.file) for problem in record.unsound)
    reading.partial = _together(reading, records, whole)
    reading.incomplete |= _incomplete(records)
    unsound += _leading_nowhere(reading, records)
    problems += _claimed_twice(reading, records)
    problems += _named_nowhere(reading, records)
    twice = asked_twice(record.asked for record in records.values())
    problems += (replace(problem, file=folder / problem.file) for problem in twice)
    odd = (name_problems(folder, PurePath(path).parts) for part in parts.values() for path in part.odd)
    problems += [*unsound, *chain.from_iterable(odd), *_foreign(folder, records, whole), *_unbacked(folder, records, whole)]
    reading.problems = sorted({*problems})
    reading.knowledge = None if broken else reading.partial
    return Surveyed(reading, tuple(unsound), tuple(reading.problems), {name: part.digest for name, part in parts.items()})


def keep_records(folder: Path, cache_dir: Path) -> None:
    """Read the regions that are not kept yet, the last first: another process comes from the other end."""
    remember_digests(cache_dir)
    parts = parts_of(folder)
    shared, _ = _all_else(folder, parts[SHARED].digest, cache_dir)
    for name, digest in reversed(_missing(_digests(folder, parts).items(), cache_dir)):
        if is_recorded(name, digest, cache_dir):
            break
        record_of(shared, name, digest, cache_dir)


@dataclass(frozen=True, slots=True)
class _Whole:
    """The records of a folder's regions with what is big in them, each read when it is asked for."""

    shared: Reading
    digests: Mapping[str, str]
    cache_dir: Path

    def __call__(self, name: str) -> RegionRecord:
        return record_of(self.shared, name, self.digests[name], self.cache_dir)

    def packed(self, name: str) -> bytes:
        """What a closed region is opened from."""
        return self(name).packed


def _records(shared: Reading, digests: Mapping[str, str], cache_dir: Path) -> dict[str, RegionRecord]:
    """A record for each region's folder, mostly a light one.

    The light ones are kept together, and that file is written anew only when many are not in it: a reload has one file to read
    for thousands of regions, and nothing to write for the one that changed.
    """
    known: dict[str, RegionRecord] = {}

    def holds(found: Mapping[str, RegionRecord]) -> bool:
        known.update({name: found[name] for name, digest in digests.items() if name in found and found[name].digest == digest})
        return len(digests) - len(known) <= _FEW

    def read() -> dict[str, RegionRecord]:
        _read_missing(shared, digests, known, cache_dir)
        return {name: known.get(name) or record_of(shared, name, digest, cache_dir).light() for name, digest in digests.items()}

    found = kept(cache_dir, "records", "", read, made_by=MADE_BY, holds=holds)
    is_there = {name: name in found and found[name].digest == digest for name, digest in digests.items()}
    return {name: found[name] if is_there[name] else record_of(shared, name, digest, cache_dir) for name, digest in digests.items()}


def _read_missing(shared: Reading, digests: Mapping[str, str], known: Collection[str], cache_dir: Path) -> None:
    """Read and keep the regions of which nothing is kept; where they are many, a process beside this one begins with the last."""
    missing = _missing(((name, digest) for name, digest in digests.items() if name not in known), cache_dir)
    if len(missing) >= _WORTH_TWO and (os.cpu_count() or 1) > 1 and can_keep(cache_dir):
        _read_by_two(shared, missing, cache_dir)


def _read_by_two(shared: Reading, missing: list[tuple[str, str]], cache_dir: Path) -> None:
    from tqdm import tqdm

    beside = None
    with suppress(OSError):
        command = [sys.executable, "-m", _READER, str(shared.folder), str(cache_dir)]
        beside = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        for name, digest in tqdm(missing, desc="第一次读", unit="个地区", delay=1, leave=False, disable=None):
            record_of(shared, name, digest, cache_dir)
    finally:
        if beside is not None and beside.poll() is None:
            beside.kill()
            beside.wait()


def _missing(digests: Iterable[tuple[str, str]], cache_dir: Path) -> list[tuple[str, str]]:
    return [(name, digest) for name, digest in digests if not is_recorded(name, digest, cache_dir)]


def _digests(folder: Path, parts: Mapping[str, Part]) -> dict[str, str]:
    """Of each region's folder a digest of it and of all that belongs to no region, by its name."""
    return {path.name: f"{parts[path.name].digest}{parts[SHARED].digest}" for path in region_folders(folder)}


@dataclass(frozen=True, slots=True)
class _Said:
    """What is wrong with what belongs to no region, and with what of it keeps questions from being answered."""

    unsound: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    def moved(self, old: Path, new: Path) -> _Said:
        """The same of a folder that holds the same files as the old one."""
        unsound, problems = ([problem.moved(old, new) for problem in told] for told in (self.unsound, self.problems))
        return _Said(tuple(unsound), tuple(problems))


def _all_else(folder: Path, digest: str, cache_dir: Path) -> tuple[Reading, _Said]:
    """What belongs to no region, read and checked; kept by content, wherever it lies: a candidate is examined in a copy."""
    shared, said = kept(cache_dir, "shared", digest, lambda: _read_all_else(folder), made_by=MADE_BY)
    if shared.folder != folder:
        said = said.moved(shared.folder, folder)
        shared.move_to(folder)
    return shared, said


def _read_all_else(folder: Path) -> tuple[Reading, _Said]:
    shared, misnamed = read_shared(folder), part_problems(folder, SHARED)
    if shared.partial is None:
        return shared, _Said(problems=(*shared.problems, *misnamed))
    inspection = Inspection(shared, shared.partial)
    for check in STRUCTURE:
        check(inspection)
    unsound = tuple(problem for problem in inspection.problems if problem.severity == "error")
    for check in CONTENT:
        if check is not check_files:  # of names: those the digest covers are looked at here, others every time
            check(inspection)
    return shared, _Said(unsound, (*shared.problems, *inspection.problems, *misnamed))


def _is_broken(shared: Reading, records: Mapping[str, RegionRecord]) -> bool:
    return bool(shared.errors) or any(record.broken for record in records.values())


def _is_copy(name: str, record: RegionRecord, records: Mapping[str, RegionRecord]) -> bool:
    """Whether a region is still the copy of another one that its author began with: one thing to tell, not fifty."""
    return record.region is not None and record.region.id != name and record.region.id in records


def _copied(folder: Path, name: str, record: RegionRecord) -> Problem:
    message = f"这个文件夹是从地区 {record.region.id if record.region else name} 复制来的，还写着它的 id"
    return record.origin(folder, name).problem(("id",), message, remedy_of_copy(name))


def _together(reading: Reading, records: Mapping[str, RegionRecord], whole: _Whole) -> Knowledge:
    """The knowledge of all regions."""
    parts = []
    for name, record in records.items():
        part = record.part(partial(whole.packed, name))
        if part is not None:
            reading.origins["region", part.region.id] = record.origin(reading.folder, name)
            parts.append(part)
    known = reading.partial
    return Knowledge.model_construct(**{name: getattr(known, name) for name in Knowledge.model_fields} | {"regions": tuple(parts)})


def _leading_nowhere(reading: Reading, records: Mapping[str, RegionRecord]) -> list[Problem]:
    """Ids used twice, and names that lead to no region, or no measure of one."""
    if reading.partial is None:
        return []
    inspection = Inspection(reading, reading.partial)
    check_wider(inspection)
    return [*inspection.problems, *_shared_ids(reading.folder, records), *_examples_of_none(reading, records)]


def _claimed_twice(reading: Reading, records: Mapping[str, RegionRecord]) -> list[Problem]:
    """Places that two regions claim, or that are part of what another's measures are called."""
    if reading.partial is None:
        return []
    inspection = Inspection(reading, reading.partial)
    check_shared_places(inspection)
    check_swallowed(inspection, {name for record in records.values() for name in record.schemes})
    return inspection.problems


def _named_nowhere(reading: Reading, records: Mapping[str, RegionRecord]) -> list[Problem]:
    """Shared lists of patterns that no file names."""
    if reading.partial is None:
        return []
    inspection = Inspection(reading, reading.partial)
    check_unused_lists(inspection, {name for record in records.values() for name in record.lists})
    return inspection.problems


def _shared_ids(folder: Path, records: Mapping[str, RegionRecord]) -> Iterator[Problem]:
    """Measures copied from another region with their ids: told once for two regions."""
    known: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for name, record in records.items():
        for measure, (file, line) in record.lines.items():
            other, elsewhere = known.setdefault(measure, (name, file))
            if other != name and (name, other) not in told:
                told.add((name, other))
                message = f"措施 id“{measure}”在地区 {other} 里已经用了（{elsewhere}）"
                remedy = f"地区 {name} 要是后加的，就换成自己的，如 {name}-01，整个文件夹都看一遍；是先有的就不用改"
                yield Problem(folder / file, line, 1, message, remedy)


def _incomplete(records: Mapping[str, RegionRecord]) -> set[str]:
    """The kinds of which something could not be read, so that what a name leads to may be there all the same."""
    found = {kind for record in records.values() for kind in record.incomplete}
    return found | {"region", "measure"} if any(record.region is None for record in records.values()) else found


def _unbacked(folder: Path, records: Mapping[str, RegionRecord], whole: _Whole) -> list[Problem]:
    """Figures no field allows, with where they may come from: another region's are not to be made this one's."""
    found = [unbacked for record in records.values() for unbacked in record.unbacked]
    backed = [measure for name in records for measure in whole(name).backed()] if found else []
    problems = (told(unbacked, backed) for unbacked in found)
    return [replace(problem, file=folder / problem.file) for problem in problems]


def _examples_of_none(reading: Reading, records: Mapping[str, RegionRecord]) -> Iterator[Problem]:
    """Examples that name another region, or a measure of one, that is not there."""
    known = {"region": {r.region.id for r in records.values() if r.region}, "measure": {m for r in records.values() for m in r.lines}}
    for record in records.values():
        for kind, name, problem in ((found.kind, found.name, found.problem) for found in record.beyond):
            if name not in known[kind] and kind not in reading.incomplete:
                yield replace(problem, file=reading.folder / problem.file, remedy=choices(name, sorted(known[kind])))


def _foreign(folder: Path, records: Mapping[str, RegionRecord], whole: _Whole) -> list[Problem]:
    """Texts that say another region's names. All are looked through once for the same names; what is found is kept together."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, record in records.items():
        for own in record.names:
            owners[own].add(name)
    names = hashlib.sha256(repr(sorted((own, sorted(said)) for own, said in owners.items())).encode()).hexdigest()
    known: dict[str, tuple[str, list[Problem]]] = {}

    def holds(found: Mapping[str, tuple[str, list[Problem]]]) -> bool:
        known.update({name: told for name, told in found.items() if name in records and told[0] == records[name].digest})
        return known.keys() == records.keys()

    def look() -> dict[str, tuple[str, list[Problem]]]:
        openings = _by_opening(owners)
        new = {name: (records[name].digest, _foreign_in(name, whole(name), owners, openings)) for name in records if name not in known}
        return known | new

    found = kept(whole.cache_dir, "foreign", names, look, made_by=("checks",), holds=holds)
    return [replace(problem, file=folder / problem.file) for name in records for problem in found[name][1]]


def _by_opening(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[name[:_OPENING]].append(name)
    return found


def _foreign_in(name: str, record: RegionRecord, owners: Mapping[str, set[str]], openings: Mapping[str, list[str]]) -> list[Problem]:
    allowed, found = " ".join(record.names), []
    for file, place, text in record.shown():
        opened = {text[at : at + _OPENING] for at in range(len(text))}
        said = [own for opening in opened & openings.keys() for own in openings[opening] if own in text]
        foreign = sorted((own for own in said if name not in owners[own] and own not in allowed), key=len)
        if foreign:
            message = f"写到了别的地区（{min(owners[foreign[-1]])}）的“{foreign[-1]}”"
            found.append(Problem(Path(file), *place, message, "每个地区只说自己文件里的话；删掉，或移到那个地区的措施里"))
    return found
