"""Keep a compiled index between runs: compiling 30,000 phrasings takes seconds, reading the result a tenth of one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.compiled.index import Index
from bot.compiled.keys import column_named
from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.language.analyse import Language
from bot.model.knowledge import Knowledge

_PREFIX = "index-"
_KEPT = 3
_GROUP, _LINE = "\x1d", "\n"


def compile_snapshot(
    knowledge: Knowledge, cache_dir: Path | None = None, *, language: Language | None = None
) -> Snapshot:
    """A snapshot whose index is read from ``cache_dir`` if it was compiled before; ``language`` reuses a tokenizer."""
    if cache_dir is None:
        return build_snapshot(knowledge, language=language)

    def keep(content: str, compile_: Callable[[], Index]) -> Index:
        return stored_index(cache_dir, content, compile_)

    return build_snapshot(knowledge, cache_dir, language=language, keep=keep)


def stored_index(directory: Path, content: str, compile_: Callable[[], Index]) -> Index:
    """The index for this content: read if it was compiled before by this very code, else compiled and kept.

    ``directory`` is private to this user. A file that cannot be read is compiled anew; one that cannot be written is done
    without.
    """
    key = hashlib.sha256(f"{_code_digest()}{content}".encode()).hexdigest()[:24]
    file = directory / f"{_PREFIX}{key}.npz"
    try:
        return _read(file)
    except (OSError, ValueError, KeyError):
        index = compile_()
    try:
        _write(index, file)
        _prune(directory)
    except OSError:
        pass
    return index


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Changes with the code that decides what stands in an index."""
    bot = Path(__file__).parent.parent
    sources = sorted(file for room in ("language", "compiled") for file in (bot / room).glob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def _read(file: Path) -> Index:
    with np.load(file, allow_pickle=False) as stored:
        topics = tuple(map(column_named, _text(stored["topics"]).split(_LINE)))
        names = _text(stored["names"]).split(_LINE)
        phrasings = tuple(tuple(group.split(_LINE)) for group in _text(stored["phrasings"]).split(_GROUP))
        evidence = stored["evidence"]
    return Index(
        topics=topics,
        column_of={topic: column for column, topic in enumerate(topics)},
        row_of={name: row for row, name in enumerate(names)},
        evidence=evidence,
        phrasings=phrasings,
    )


def _write(index: Index, file: Path) -> None:
    """Write beside and rename: a reader never sees half a file."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".index-", suffix=".npz")
    try:
        with os.fdopen(handle, "wb") as stream:
            np.savez(
                stream,
                topics=_bytes(_LINE.join(map(str, index.topics))),
                names=_bytes(_LINE.join(index.row_of)),
                phrasings=_bytes(_GROUP.join(_LINE.join(group) for group in index.phrasings)),
                evidence=index.evidence,
            )
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _prune(directory: Path) -> None:
    """Keep the newest few: an admin's reloads must not fill the disk."""
    found = sorted(directory.glob(f"{_PREFIX}*.npz"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in found[_KEPT:]:
        file.unlink(missing_ok=True)


def _bytes(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(array: np.ndarray[tuple[int], np.dtype[np.uint8]]) -> str:
    return bytes(array).decode()
