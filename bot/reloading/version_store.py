"""Versions of the knowledge kept in the data folder, so that a broken folder or a restart loses nothing."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from bot.keeping.atomic_file import write_atomically
from bot.keeping.folder_digests import ENDINGS, REGIONS, SHARED, links_of, parts_of, region_part
from bot.reloading.candidate import content_digest
from bot.reloading.kept_regions import KeptRegions
from bot.reloading.shared_version import Parcel, unzip, zipped
from bot.teaching.overlay import Overlay, read_overlay, write_overlay

_TAUGHT = "taught.json"
LIVE = "live.json"
"""Beside what a worker writes: which parts the bot has."""

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
        self._regions = KeptRegions(data_dir / REGIONS, self._root, STAGED)
        self._lock = threading.Lock()

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
        folders = [folder for folder in self._root.iterdir() if folder.is_dir()]
        self._remove(folder for folder in folders if folder.name not in kept and not folder.name.startswith(STAGED))

    def stage(self, folder: Path, overlay: Overlay) -> Path:
        """A private copy of a folder as it is now, with what was taught: what is checked is what goes live.

        What is kept with the same content is not copied: there is a link to it, and nobody writes to it.
        """
        with self._lock:
            parts = parts_of(folder)
            staged = Path(tempfile.mkdtemp(dir=self._root, prefix=STAGED))
            files, real = files_of(staged), folder.resolve()
            files.mkdir()
            links = self._regions.link(files, ((name, part.key) for name, part in parts.items() if _is_region(name)))
            for inside, name in _yaml_files(folder, set(links)):
                source, target = folder / inside / name, files / inside / name
                if not source.is_symlink() or source.resolve().is_relative_to(real):
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source, target)
            self._regions.take_in(files, links)
            write_overlay(staged / _TAUGHT, overlay)
            return staged

    def unpack(self, parcel: Parcel) -> Path:
        """A private copy of a version that another program has made."""
        staged = Path(tempfile.mkdtemp(dir=self._root, prefix=STAGED))
        (staged / "files").mkdir()
        unzip(parcel.files, staged / "files")
        with self._lock:
            self._regions.take_in(files_of(staged), {})
        write_atomically(staged / _TAUGHT, parcel.taught)
        return staged

    def keep(self, staged: Path, digest: str) -> None:
        """Give a staged copy its lasting place."""
        target = self._root / digest
        if target.exists():
            self._remove([staged])
        else:
            staged.rename(target)

    def drop(self, staged: Path) -> None:
        """Forget a staged copy."""
        self._remove([staged])

    def drop_leftovers(self) -> None:
        """Forget what a killed bot left half done."""
        left = list(self._root.glob(f"{STAGED}*"))
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)
        if left:
            self._regions.drop_unused()

    def _remove(self, folders: Iterable[Path]) -> None:
        """Versions, and what only they have. They are leftovers from the first moment on, if it comes to no end."""
        with self._lock:
            gone = [folder.rename(Path(tempfile.mkdtemp(dir=self._root, prefix=STAGED)) / folder.name) for folder in folders]
            links = [kept for folder in gone for kept in links_of(files_of(folder)).items()]
            for folder in gone:
                shutil.rmtree(folder.parent, ignore_errors=True)
            self._regions.drop_unused(links)

    def folder_of(self, digest: str) -> Path | None:
        """Where a version is kept, with its files and what was taught then; None if it is not."""
        folder = self._root / digest
        return folder if files_of(folder).is_dir() else None

    def is_whole(self, digest: str, live: str) -> bool:
        """Whether a version's regions hold what they were kept for; those the ``live`` one has too are not looked into."""
        files = files_of(self._root / digest)
        answered = links_of(files_of(self._root / live)).items()
        return all(region_part(files, name).key == key for name, key in links_of(files).items() - answered)

    def find(self, digest: str | None) -> tuple[Path, Overlay] | None:
        """A kept version: its folder and what was taught then; None if it is not kept."""
        if digest is None or not (self._root / digest / "files").is_dir():
            return None
        overlay, _ = read_overlay(self._root / digest / _TAUGHT)
        return self._root / digest / "files", overlay


def _is_region(part: str) -> bool:
    return part != SHARED and not part.endswith("/")


def _yaml_files(folder: Path, without: Collection[str]) -> Iterator[tuple[Path, str]]:
    """The files that look like an author's, each with the path of its folder within this one; ``without`` some regions'."""
    links = links_of(folder)
    others = (os.walk(folder / REGIONS / name) for name in links if name not in without)
    for root, folders, names in chain(os.walk(folder), *others):
        inside = Path(root).relative_to(folder)
        if inside.parts == (REGIONS,):
            folders[:] = [name for name in folders if name not in without]
        yield from ((inside, name) for name in names if name.lower().endswith(ENDINGS) and os.path.isfile(f"{root}/{name}"))  # noqa: PTH113


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
