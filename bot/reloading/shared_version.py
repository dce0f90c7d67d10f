"""A version of the knowledge as several programs hand it to one another: the authors' files and what was taught, in one parcel."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Parcel:
    """``digest`` tells the version; ``source`` its files alone, without what was taught (JSON); ``files`` are zipped."""

    digest: str
    source: str
    files: bytes
    taught: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """The version all programs answer from, who made it live, and the one before."""

    digest: str
    who: str
    previous: str | None = None
    candidate: str | None = None


class Exchange(Protocol):
    """Where programs agree upon a version. All methods may raise what their database raises."""

    async def agreed(self) -> Agreed | None:
        """What is live for all; None if nothing is yet."""

    async def knows(self, source: str) -> bool:
        """Whether files like these have been live or offered before."""

    async def offer(self, parcel: Parcel) -> None:
        """Put a version where any program can fetch it, to be confirmed."""

    async def fetch(self, digest: str) -> Parcel | None:
        """A version that is live, was before, or waits to be confirmed."""

    async def publish(self, digest: str, who: str, before: str | None) -> bool:
        """Make an offered version live for all. False if ``before`` is live no longer: somebody else was faster."""

    async def withdraw(self) -> None:
        """Forget the version that waits."""


def zipped(folder: Path) -> bytes:
    """The files of a folder; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        walked = os.walk(folder, followlinks=True)  # a version's links are its own
        for file in sorted(Path(root, name) for root, _, names in walked for name in names):
            if file.is_file():
                archive.writestr(zipfile.ZipInfo(file.relative_to(folder).as_posix(), _FIXED_TIME), file.read_bytes(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def unzip(files: bytes, folder: Path) -> None:
    """Write the files of a parcel into a folder, and nowhere else.

    Raises:
        ValueError: if a name leads out of it.
    """
    with zipfile.ZipFile(io.BytesIO(files)) as archive:
        for info in archive.infolist():
            inside = PurePosixPath(info.filename)
            if inside.is_absolute() or ".." in inside.parts:
                raise ValueError(info.filename)
            target = folder / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(info))
