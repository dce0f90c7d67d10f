"""Digests of a knowledge folder's parts: each region's, and that of all else. A part that lies there as it did is not read again.

Whether it does is told by names, sizes and times of its files, as build tools tell it; of what a kept version only links to, by
the list of its links.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from bot.keeping.atomic_file import write_atomically
from bot.keeping.content_store import can_keep

SHARED = ""
"""Names the part that belongs to no region."""

LINKS = "links.json"
"""Beside the folder of a kept version: which of its regions are links to what is kept once for all versions."""

REGIONS = "regions"
"""The folder in which each region has its own."""

_MEMORY = "digests.json"
STRAY = (".", "~", "#", "__MACOSX")
"""How names begin of what editors and systems leave behind."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a change to a file would show in its times: of a younger file nothing is remembered."""

_ASTRAY = " -> "
"""Marks a link that leads out of the folder."""

_MOST = 4
"""Folders' worth of digests that are remembered: versions, and the authors' own."""

ENDINGS = (".yaml", ".yml")
"""What an author's file looks like, in small letters."""

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


@dataclass(frozen=True, slots=True)
class Part:
    """A region's folder, or all else. ``odd`` are the paths of what looks like an author's file, but no digest covers: what is
    misnamed, or was left behind. ``link`` tells of a region of a kept version what is kept of it for all versions.
    """

    digest: str
    odd: tuple[str, ...] = ()
    link: str | None = None

    @property
    def key(self) -> str:
        """Tells apart all that is to be kept of it."""
        if self.link is not None:
            return self.link
        return f"{self.digest}-{hashlib.sha256(repr(self.odd).encode()).hexdigest()[:16]}" if self.odd else self.digest


def part_digests(folder: Path) -> dict[str, str]:
    """A digest for each region's folder by its name, and one of all else; of YAML files that no editor left behind.

    Raises:
        OSError: if a file cannot be read.
    """
    return {name: part.digest for name, part in parts_of(folder).items()}


def parts_of(folder: Path) -> dict[str, Part]:
    """The parts of a folder, looked through once: each region's by its name, and all else.

    Raises:
        OSError: if a file cannot be read.
    """
    now = time.time_ns()
    stamps: dict[str, str] = {}
    parts: dict[str, Part] = {}
    new = False
    for name, files, odd, link in _found(folder):
        if link is not None:
            parts[name] = Part(link.partition("-")[0], odd, link)
            continue
        stamp = _stamp(files)
        digest = _known.get(stamp) or _digest(folder, files)
        parts[name] = Part(digest, odd)
        if all(now - max(status.st_mtime_ns, status.st_ctime_ns) > _SETTLED for _, status, _ in files):
            stamps[stamp] = digest
            new = new or stamp not in _known
    if new:
        _remember(stamps)
    return parts


def region_part(folder: Path, name: str) -> Part:
    """A region's part, read anew.

    Raises:
        OSError: if a file cannot be read.
    """
    files, odd = _scan(f"{folder}/{REGIONS}/{name}", f"{REGIONS}/{name}/")
    return Part(_digest(folder, files), odd)


def links_of(folder: Path) -> dict[str, str]:
    """The regions of a kept version that are links, each with what it leads to; empty for any other folder."""
    with suppress(OSError, ValueError):
        found = json.loads((folder.parent / LINKS).read_text("utf-8"))
        if isinstance(found, dict):
            return {str(name): str(key) for name, key in found.items()}
    return {}


def part_of(inside: Path) -> str | None:
    """The part whose digest covers a file (by its path within the folder); None if none does, as with one that is misnamed."""
    if inside.suffix != ".yaml" or any(name.startswith(STRAY) for name in inside.parts):
        return None
    if inside.parts[0] != REGIONS:
        return SHARED
    return inside.parts[1] if len(inside.parts) > len((REGIONS, inside.name)) else f"{REGIONS}/"


def _remember(stamps: dict[str, str]) -> None:
    if len(_known) > _MOST * len(stamps):
        _known.clear()
    _known.update(stamps)
    with suppress(OSError, KeyError):
        write_atomically(_kept_in[_MEMORY], json.dumps(_known))


def _found(folder: Path) -> Iterator[tuple[str, list[_File], tuple[str, ...], str | None]]:
    """Each part with its files, what is odd, and what it links to; by their paths within the folder."""
    files, odd = _scan(str(folder), "", skipped=REGIONS)
    loose: list[_File] = []
    regions: list[os.DirEntry[str]] = []
    links = links_of(folder)
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(f"{folder}/{REGIONS}") as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if not entry.name.startswith(STRAY) and (entry.is_dir(follow_symlinks=False) or entry.name in links):
                regions.append(entry)
            else:
                odd += _beside_regions(entry)
            if entry.name.endswith(".yaml") and not entry.name.startswith(STRAY) and entry.is_file():
                loose.append((f"{REGIONS}/{entry.name}", entry.stat(), entry.is_symlink()))
    odd += tuple(f"{REGIONS}/{entry.name}" for entry in regions if _looks_like_one(entry.name))
    yield SHARED, files, odd, None
    if loose:
        yield f"{REGIONS}/", loose, (), None
    for entry in regions:
        link = links.get(entry.name)
        if link is None:
            yield entry.name, *_scan(entry.path, f"{REGIONS}/{entry.name}/"), None
        else:
            yield entry.name, [], _scan(entry.path, f"{REGIONS}/{entry.name}/")[1] if "-" in link else (), link


def _beside_regions(entry: os.DirEntry[str]) -> tuple[str, ...]:
    """What is odd of what lies among the regions' folders and is none."""
    inside = f"{REGIONS}/{entry.name}"
    if entry.is_dir(follow_symlinks=False):
        return (*((inside,) if _looks_like_one(entry.name) else ()), *_scan(entry.path, f"{inside}/", astray=True)[1])
    is_linked_folder = not entry.name.startswith(STRAY) and entry.is_dir()
    return (inside,) if is_linked_folder or _looks_like_one(entry.name) else ()


def _scan(folder: str, inside: str, *, skipped: str = "", astray: bool = False) -> tuple[list[_File], tuple[str, ...]]:
    """The files a digest covers, in order, and what else looks like one; ``astray``: no digest covers any."""
    files: list[_File] = []
    odd: list[str] = []
    below = [(folder, inside, astray)]
    while below:
        at, within, lost = below.pop()
        with suppress(FileNotFoundError, NotADirectoryError), os.scandir(at) as entries:
            for entry in entries:
                name = entry.name
                is_stray = lost or name.startswith(STRAY)
                if name.endswith(".yaml") and not is_stray and entry.is_file():
                    files.append((within + name, entry.stat(), entry.is_symlink()))
                    continue
                if _looks_like_one(name):
                    odd.append(within + name)
                if (at != folder or name != skipped) and entry.is_dir(follow_symlinks=False):
                    below.append((entry.path, f"{within}{name}/", is_stray))
    return sorted(files, key=itemgetter(0)), tuple(sorted(odd))


def _looks_like_one(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _stamp(files: list[_File]) -> str:
    """What tells files from all others: a copy takes over the time of writing, and a place on the disk is given anew, but not with
    the time of the last change."""
    told = ((name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, link) for name, status, link in files)
    return hashlib.sha256(repr(list(told)).encode()).hexdigest()[:32]


def _digest(folder: Path, files: list[_File]) -> str:
    total, home = hashlib.sha256(), folder.resolve()
    for name, status, link in files:
        file = folder / name
        astray = link and not file.resolve().is_relative_to(home)  # nobody reads it: no content makes up for that
        total.update(f"{name}{_ASTRAY if astray else ''}\0{status.st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()[:32]
