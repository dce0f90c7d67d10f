"""Digests of a knowledge folder's parts: each region's, and that of all else. A part that lies there as it did is not read again.

Whether it does is told by names, sizes and times of its files, as build tools tell it.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bot.keeping.atomic_file import write_atomically
from bot.keeping.content_store import can_keep

SHARED = ""
"""Names the part that belongs to no region."""

_REGIONS = "regions"
_MEMORY = "digests.json"
STRAY = (".", "~", "#", "__MACOSX")
"""How names begin of what editors and systems leave behind."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a change to a file would show in its time: of a younger file nothing is remembered."""

_ASTRAY = " -> "
"""Marks a link that leads out of the folder."""

_MOST = 4
"""Folders' worth of digests that are remembered: versions, and the authors' own."""

_File = tuple[str, os.stat_result, bool]
"""Its path, what the system tells of it, and whether it is a link."""

_known: dict[str, str] = {}
_kept_in: dict[str, Path] = {}


def remember_digests(directory: Path) -> None:
    """From now on what is found is remembered in this folder too, if it is private; what is remembered there is known."""
    if not can_keep(directory):
        return
    _kept_in[_MEMORY] = directory / _MEMORY
    with suppress(OSError, ValueError):
        found = json.loads(_kept_in[_MEMORY].read_text("utf-8"))
        if isinstance(found, dict):
            _known.update({str(stamp): str(digest) for stamp, digest in found.items()})


def part_digests(folder: Path) -> dict[str, str]:
    """A digest for each region's folder by its name, and one of all else; of YAML files that no editor left behind.

    Raises:
        OSError: if a file cannot be read.
    """
    now = time.time_ns()
    stamps: dict[str, str] = {}
    digests: dict[str, str] = {}
    new = False
    for part, files in _parts(folder):
        stamp = _stamp(files)
        digests[part] = _known.get(stamp) or _digest(folder, files)
        if all(now - status.st_mtime_ns > _SETTLED for _, status, _ in files):
            stamps[stamp] = digests[part]
            new = new or stamp not in _known
    if new:
        _remember(stamps)
    return digests


def part_of(inside: Path) -> str | None:
    """The part whose digest covers a file (by its path within the folder); None if none does, as with one that is misnamed."""
    if inside.suffix != ".yaml" or any(name.startswith(STRAY) for name in inside.parts):
        return None
    if inside.parts[0] != _REGIONS:
        return SHARED
    return inside.parts[1] if len(inside.parts) > len((_REGIONS, inside.name)) else f"{_REGIONS}/"


def _remember(stamps: dict[str, str]) -> None:
    if len(_known) > _MOST * len(stamps):
        _known.clear()
    _known.update(stamps)
    with suppress(OSError, KeyError):
        write_atomically(_kept_in[_MEMORY], json.dumps(_known))


def _parts(folder: Path) -> Iterator[tuple[str, list[_File]]]:
    """Each part with its files, by their paths within the folder."""
    regions = str(folder / _REGIONS)
    yield SHARED, sorted(_files(str(folder), "", skipped=_REGIONS))
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(regions) as found:
        entries = sorted(found, key=lambda entry: entry.name)
        loose = [(f"{_REGIONS}/{e.name}", e.stat(), e.is_symlink()) for e in entries if e.name.endswith(".yaml") and _is_file(e)]
        if loose:
            yield f"{_REGIONS}/", loose
        for entry in entries:
            if not entry.name.startswith(STRAY) and entry.is_dir(follow_symlinks=False):
                yield entry.name, sorted(_files(entry.path, f"{_REGIONS}/{entry.name}/"))


def _files(folder: str, inside: str, skipped: str = "") -> Iterator[_File]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(STRAY):
                continue
            if entry.name.endswith(".yaml") and _is_file(entry):
                yield inside + entry.name, entry.stat(), entry.is_symlink()
            elif entry.name != skipped and entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{inside}{entry.name}/")


def _is_file(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(STRAY) and entry.is_file()


def _stamp(files: list[_File]) -> str:
    told = ((name, status.st_size, status.st_mtime_ns, status.st_ino, link) for name, status, link in files)
    return hashlib.sha256(repr(list(told)).encode()).hexdigest()[:32]


def _digest(folder: Path, files: list[_File]) -> str:
    total, home = hashlib.sha256(), folder.resolve()
    for name, status, link in files:
        file = folder / name
        astray = link and not file.resolve().is_relative_to(home)  # nobody reads it: no content makes up for that
        total.update(f"{name}{_ASTRAY if astray else ''}\0{status.st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()[:32]
