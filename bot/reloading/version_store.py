"""Versions of the knowledge kept in the data folder, so that a broken folder or a restart loses nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.keeping.atomic_file import write_atomically
from bot.keeping.folder_digests import SHARED, part_digests, part_of
from bot.reloading.candidate import content_digest
from bot.reloading.shared_version import Parcel, unzip, zipped
from bot.teaching.overlay import Overlay, read_overlay, write_overlay

_TAUGHT = "taught.json"
LIVE = "live.json"
"""Beside what a worker writes: which parts the bot has."""

_YAML = re.compile(r"\.y.*ml$")
_ANY = "any.yaml"
"""Stands for every file of a folder."""

STAGED = "staged-"
"""How names begin of what is there for a while only: it goes at the next start."""


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """Digests of the version that is live and the one before, and of one an admin rolled back from."""

    current: str | None = None
    previous: str | None = None
    rejected: str | None = None


class VersionStore:
    """Copies of knowledge folders by content digest. Belongs to one running bot."""

    def __init__(self, data_dir: Path) -> None:
        """``data_dir`` is private to the account the bot runs under."""
        self._root = data_dir / "knowledge"
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)

    def ledger(self) -> VersionRecord:
        """What was live when the bot last ran; empty if that cannot be told."""
        try:
            return VersionRecord(**json.loads((self._root / "ledger.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return VersionRecord()

    def record(self, ledger: VersionRecord) -> None:
        """Note what is live, and let go of versions nobody can return to."""
        write_atomically(self._root / "ledger.json", json.dumps(asdict(ledger)))
        kept = {ledger.current, ledger.previous}
        for folder in self._root.iterdir():
            if folder.is_dir() and folder.name not in kept and not folder.name.startswith(STAGED):
                shutil.rmtree(folder, ignore_errors=True)

    def stage(self, folder: Path, overlay: Overlay, like: Path | None = None) -> Path:
        """A private copy of a folder as it is now, with what was taught: what is checked is what goes live.

        What a kept version (``like``) has with the same content is not copied: both have one file, which nobody writes to.
        """
        staged = Path(tempfile.mkdtemp(dir=self._root, prefix=STAGED))
        same = _same_regions(folder, like) if like is not None else set()
        real = folder.resolve()
        for inside, names in _yaml_files(folder):
            target = files_of(staged) / inside
            target.mkdir(parents=True, exist_ok=True)
            kept = like / inside if like is not None and part_of(inside / _ANY) in same else None
            for name in names:
                if kept is not None and part_of(Path(name)) is not None and _link(kept, target, name):
                    continue
                if (folder / inside / name).resolve().is_relative_to(real):
                    shutil.copyfile(folder / inside / name, target / name)
        files_of(staged).mkdir(exist_ok=True)
        write_overlay(staged / _TAUGHT, overlay)
        return staged

    def unpack(self, parcel: Parcel) -> Path:
        """A private copy of a version that another program has made."""
        staged = Path(tempfile.mkdtemp(dir=self._root, prefix=STAGED))
        (staged / "files").mkdir()
        unzip(parcel.files, staged / "files")
        write_atomically(staged / _TAUGHT, parcel.taught)
        return staged

    def keep(self, staged: Path, digest: str) -> None:
        """Give a staged copy its lasting place."""
        target = self._root / digest
        if target.exists():
            shutil.rmtree(staged, ignore_errors=True)
        else:
            staged.rename(target)

    def drop(self, staged: Path) -> None:
        """Forget a staged copy."""
        shutil.rmtree(staged, ignore_errors=True)

    def drop_leftovers(self) -> None:
        """Forget what a killed bot left half done."""
        for folder in self._root.glob(f"{STAGED}*"):
            shutil.rmtree(folder, ignore_errors=True)

    def folder_of(self, digest: str) -> Path | None:
        """Where a version is kept, with its files and what was taught then; None if it is not."""
        folder = self._root / digest
        return folder if files_of(folder).is_dir() else None

    def find(self, digest: str | None) -> tuple[Path, Overlay] | None:
        """A kept version: its folder and what was taught then; None if it is not kept."""
        if digest is None or not (self._root / digest / "files").is_dir():
            return None
        overlay, _ = read_overlay(self._root / digest / _TAUGHT)
        return self._root / digest / "files", overlay


def _same_regions(folder: Path, like: Path) -> set[str]:
    """The regions that have the same content in both folders."""
    try:
        before, now = part_digests(like), part_digests(folder)
    except OSError:
        return set()
    return {name for name, digest in now.items() if name != SHARED and before.get(name) == digest}


def _yaml_files(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """The files by folder, each by its path within this one: thousands of regions have a hundred thousand of them."""
    for root, _, names in os.walk(folder):
        files = [name for name in names if _YAML.search(name) and os.path.isfile(f"{root}/{name}")]  # noqa: PTH113
        if files:
            yield Path(root).relative_to(folder), files


def _link(source: Path, target: Path, name: str) -> bool:
    """Whether a file could be given a second place."""
    try:
        os.link(f"{source}/{name}", f"{target}/{name}")
    except OSError:
        return False
    return True


def parcel_of(staged: Path, overlay: Overlay, digest: str) -> Parcel:
    """A staged or kept version as others can have it."""
    files = files_of(staged)
    return Parcel(digest, content_digest(files, Overlay()), zipped(files), overlay.to_json())


def files_of(staged: Path) -> Path:
    """The knowledge folder inside a staged copy."""
    return staged / "files"


def taught_of(staged: Path) -> Path:
    """The taught phrasings inside a staged copy."""
    return staged / _TAUGHT
