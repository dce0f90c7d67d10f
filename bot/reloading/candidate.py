"""A version of the knowledge on trial: read, checked, compiled, its examples answered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.checks.all_checks import example_problems, outcomes_of, survey_folder
from bot.checks.examples import Outcome
from bot.compiled.snapshot import Snapshot, contents_of
from bot.keeping.content_store import is_kept, kept
from bot.keeping.folder_digests import part_digests, remember_digests
from bot.keeping.index_store import compile_snapshot
from bot.reading.parse import Reading
from bot.reading.problem import Problem
from bot.reloading.snapshot_transport import keys_of
from bot.teaching.overlay import Overlay, apply_overlay, overlay_problems

_START = "start"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A version that can go live. ``keys`` tell of which content its parts are made; ``answers`` are digests of its
    examples' replies, by example.
    """

    snapshot: Snapshot
    digest: str
    keys: Mapping[str, str]
    answers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an examination came to: problems, and the version if it may go live."""

    problems: tuple[Problem, ...]
    loaded: Loaded | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the version from going live."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True, slots=True)
class Report:
    """What the worker found, without the snapshot, which follows in the file if ``digest`` is there."""

    problems: tuple[Problem, ...]
    digest: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    answers: tuple[tuple[str, str], ...] = ()


def content_digest(folder: Path, overlay: Overlay, parts: Mapping[str, str] | None = None) -> str:
    """Twelve hex digits that change with any file of the folder and with what was taught.

    ``parts`` are the digests of what was read of it, where they are known: of thousands of regions they take seconds.
    """
    found = sorted((part_digests(folder) if parts is None else parts).items())
    return hashlib.sha256(f"{overlay.to_json()}\0{found}".encode()).hexdigest()[:12]


def examine(
    folder: Path, overlay: Overlay, taught_file: Path, *, cache_dir: Path | None = None, starting: bool = False
) -> Verdict:
    """Read, check and compile a folder with what was taught on top, and answer the in-file questions.

    ``starting``: a bot that has nothing else to answer from: examples are left for later, and an error in the content
    (a figure, a phrasing) is told but does not keep it silent, as long as questions can be answered at all.
    """
    surveyed = survey_folder(folder, cache_dir)
    reading, problems = surveyed.reading, list(surveyed.problems)
    wrong = any(problem.severity == "error" for problem in problems)
    if reading.knowledge is None or (wrong and not (starting and not surveyed.unsound)):
        return Verdict(tuple(problems))
    problems += overlay_problems(taught_file, reading.knowledge, overlay)
    knowledge = apply_overlay(reading.knowledge, overlay)
    contents = contents_of(knowledge)
    snapshot = compile_snapshot(knowledge, cache_dir, contents=contents)
    loaded = Loaded(snapshot, content_digest(folder, overlay, surveyed.parts), keys_of(knowledge, contents))
    if not starting:
        outcomes = outcomes_of(knowledge, lambda: snapshot, cache_dir, loaded.keys["index"])
        problems += _told(reading, outcomes)
        loaded = replace(loaded, answers={outcome.key: outcome.answer for outcome in outcomes})
    refused = not starting and any(problem.severity == "error" for problem in problems)
    return Verdict(tuple(problems), None if refused else loaded)


def digest_of(folder: Path, overlay: Overlay) -> str | None:
    """The content's digest; None if a file cannot be read, of which the examination tells."""
    try:
        return content_digest(folder, overlay)
    except OSError:
        return None


def examine_at_start(
    folder: Path, overlay: Overlay, taught_file: Path, cache_dir: Path | None, digest: str | None = None
) -> Verdict:
    """What ``examine`` says to somebody who has nothing else to answer from; kept, so that the next start is quick.

    ``digest`` is that of the content, where it is known already.
    """

    def examine_now() -> Verdict:
        return examine(folder, overlay, taught_file, cache_dir=cache_dir, starting=True)

    return _kept(_START, folder, taught_file, cache_dir, digest or digest_of(folder, overlay), examine_now)


def is_start_kept(folder: Path, overlay: Overlay, taught_file: Path, cache_dir: Path, digest: str | None = None) -> bool:
    """Whether ``examine_at_start`` has only to read."""
    digest = digest or digest_of(folder, overlay)
    return digest is not None and is_kept(cache_dir, _START, _content(folder, taught_file, digest))


def compile_at_start(folder: Path, overlay: Overlay, taught_file: Path, cache_dir: Path | None) -> Verdict:
    """A version to answer from, unchecked but for what would keep it from answering; kept, so that the next start is quick."""

    def compile_now() -> Verdict:
        surveyed = survey_folder(folder, cache_dir)
        if surveyed.reading.knowledge is None or surveyed.unsound:
            return Verdict(surveyed.problems)
        knowledge = apply_overlay(surveyed.reading.knowledge, overlay)
        contents = contents_of(knowledge)
        snapshot = compile_snapshot(knowledge, cache_dir, contents=contents)
        return Verdict((), Loaded(snapshot, content_digest(folder, overlay, surveyed.parts), keys_of(knowledge, contents)))

    if cache_dir is not None:
        remember_digests(cache_dir)
    return _kept("answering", folder, taught_file, cache_dir, digest_of(folder, overlay), compile_now)


def _kept(
    name: str, folder: Path, taught_file: Path, cache_dir: Path | None, digest: str | None, compute: Callable[[], Verdict]
) -> Verdict:
    """What was computed for this content before, or what is computed now."""
    if digest is None:  # a file that cannot be read: computing tells which
        return compute()
    return kept(cache_dir, name, _content(folder, taught_file, digest), compute, lambda verdict: verdict.loaded is not None)


def _content(folder: Path, taught_file: Path, digest: str) -> str:
    return "\0".join((str(folder), str(taught_file), digest))


def _told(reading: Reading, outcomes: list[Outcome]) -> list[Problem]:
    return [problem for outcome in outcomes for problem in example_problems(reading, outcome)]
