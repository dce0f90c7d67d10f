"""Regions of kept versions, each kept once for all versions in which it is the same: a version has links to them.

Of thousands of regions one changes; to copy all of them, or to give each file a second name, takes seconds, and so does removing
them again.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from bot.keeping.atomic_file import write_atomically
from bot.keeping.folder_digests import LINKS, REGIONS, STRAY, links_of, region_part

_FEW = 500
"""Files up to which each is brought to the disk by itself."""

_Kept = tuple[str, str]
"""A region's name and the key of its content."""


class KeptRegions:
    """A folder with a folder for each content of each region. What has its name there is complete, and nobody writes to it.

    Folders that are made and go are in ``passing``, on the same disk, and are named there with ``prefix``.
    """

    def __init__(self, root: Path, passing: Path, prefix: str) -> None:
        self._root, self._passing, self._prefix = root, passing, prefix

    def link(self, files: Path, regions: Iterable[_Kept]) -> dict[str, str]:
        """Give a version's folder links to those of some regions that are kept; by name, which they are."""
        home = files / REGIONS
        home.mkdir(parents=True, exist_ok=True)
        root = os.path.relpath(self._root, home)
        made = {}
        for name, key in regions:
            with suppress(OSError):
                if (self._root / name / key).is_dir():
                    (home / name).symlink_to(f"{root}/{name}/{key}", target_is_directory=True)
                    made[name] = key
        return made

    def take_in(self, files: Path, links: Mapping[str, str]) -> None:
        """Keep the regions that lie in a version's folder themselves, and put links in their places; ``links`` are there already.

        Where there can be no links, they stay where they are.
        """
        known = dict(links)
        copies = [copy for copy in _folders(files / REGIONS) if copy.name not in known]
        _to_disk(copies)
        for copy in copies:
            key = region_part(files, copy.name).key
            if not self._take(copy, key):
                continue
            if not self.link(files, [(copy.name, key)]):
                shutil.copytree(self._root / copy.name / key, copy)
                break  # no links on this system
            known[copy.name] = key
        write_atomically(files.parent / LINKS, json.dumps(known))

    def _take(self, copy: Path, key: str) -> bool:
        """Whether a region's folder has gone where it is kept."""
        target = self._root / copy.name / key
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if target.is_dir():
            shutil.rmtree(copy)
            return True
        with suppress(OSError):
            copy.rename(target)
            return True
        return False

    def drop_unused(self, left: Iterable[_Kept] | None = None) -> None:
        """Let go of what no version links to any more: of ``left``, which versions that are gone linked to, or of all there is."""
        used = {kept for version in _folders(self._passing) for kept in links_of(version / "files").items()}
        for name, key in (self._all() if left is None else left):
            if (name, key) not in used:
                self._drop(self._root / name / key)

    def _drop(self, region: Path) -> None:
        """First its name, so that nothing half gone is ever taken for whole."""
        with suppress(OSError):
            gone = Path(tempfile.mkdtemp(dir=self._passing, prefix=self._prefix))
            region.rename(gone / region.name)
            shutil.rmtree(gone, ignore_errors=True)
            region.parent.rmdir()

    def _all(self) -> Iterator[_Kept]:
        for region in _folders(self._root):
            yield from ((region.name, kept.name) for kept in _folders(region))


def _folders(folder: Path) -> list[Path]:
    """The folders in a folder that no link leads to and no editor left behind, in order."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        found = (entry.name for entry in entries if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(STRAY))
        return [folder / name for name in sorted(found)]
    return []


def _to_disk(folders: Iterable[Path]) -> None:
    """Have what was written outlast a power cut: afterwards it is told by a name alone."""
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    if len(files) > _FEW and hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        with file.open("rb+") as stream:
            os.fsync(stream.fileno())
