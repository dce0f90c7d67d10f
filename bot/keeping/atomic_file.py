"""Files that are there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomically(file: Path, text: str) -> None:
    """Write a private file; whoever reads it, or a power cut, sees the old content or the new, nothing between."""
    with replacing(file) as stream:
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def replacing(file: Path) -> Iterator[BinaryIO]:
    """A private file to be written, which takes the place of ``file`` at the end; on an error nothing changes."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
