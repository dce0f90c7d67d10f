"""Keep what takes long to work out: once computed from some content by this very code, it is read again at the next start.

What is kept is pickled, and a pickle can run code: only files of this user, in a folder nobody else may enter, are read.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from bot.keeping.atomic_file import replacing

T = TypeVar("T")
_SUFFIX = ".kept"
_MOST = 2
_LIBRARIES = ("jieba", "numpy", "opencc", "pydantic", "pydantic-core", "pypinyin", "pyyaml", "rapidfuzz")
_ALIGNED = 64
"""Bytes to whose multiples arrays begin, as numpy likes them."""


def kept(
    directory: Path | None,
    name: str,
    content: str,
    compute: Callable[[], T],
    worth_keeping: Callable[[T], bool] = lambda _: True,
    made_by: tuple[str, ...] = ("",),
    holds: Callable[[T], bool] = lambda _: True,
) -> T:
    """What ``compute`` gives for this content: read if it was kept by this very code, else computed and kept.

    ``name`` says what it is, and tells how many are kept: the newest few of each name. ``directory`` None keeps nothing. A
    file that is damaged, somebody else's or open to others counts as none; one that cannot be written is done without.
    ``made_by`` are the rooms of the program whose code ``compute`` runs, all of it if nothing is said: what is kept outlives
    changes elsewhere. ``holds`` tells of what was kept whether it is still so; if not, it is computed and kept anew.
    """
    if directory is None or not _is_private(directory):
        return compute()
    file = _file(directory, name, content, made_by)
    try:
        value: T = _read(file)
        if holds(value):
            return value
    except Exception:  # noqa: BLE001, S110 - a damaged pickle may raise anything; what was kept can always be computed anew
        pass
    value = compute()
    if not worth_keeping(value):
        return value
    try:
        with replacing(file) as stream:
            _write(value, stream)
        _prune(directory, name)
    except OSError:
        pass
    return value


def can_keep(directory: Path) -> bool:
    """Whether anything can be kept there: a private folder, where the system tells whose a folder is."""
    return _is_private(directory)


def is_kept(directory: Path, name: str, content: str, made_by: tuple[str, ...] = ("",)) -> bool:
    """Whether something lies there for this content and this code; it may still turn out to be damaged."""
    return _file(directory, name, content, made_by).is_file()


def _file(directory: Path, name: str, content: str, made_by: tuple[str, ...]) -> Path:
    return directory / f"{name}-{_key(content, made_by)}{_SUFFIX}"


def _is_private(directory: Path) -> bool:
    """Whether the folder is this user's alone; it is made if it is not there."""
    if not hasattr(os, "getuid"):
        return False
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = directory.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and _is_ours(status)


def _is_ours(status: os.stat_result) -> bool:
    return status.st_uid == os.getuid() and not status.st_mode & 0o077


def _read(file: Path) -> Any:
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(handle, "rb") as stream, collector_at_rest():
        if not _is_ours(os.fstat(stream.fileno())):
            raise PermissionError(file)
        arrays = _mapped(stream, pickle.load(stream))  # noqa: S301 - our own file in a folder nobody else can write to
        return pickle.load(stream, buffers=arrays)  # noqa: S301


def _write(value: object, stream: BinaryIO) -> None:
    """The sizes of all arrays, the arrays as bare bytes, then the value without them."""
    buffers: list[pickle.PickleBuffer] = []
    body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL, buffer_callback=buffers.append)
    pickle.dump([buffer.raw().nbytes for buffer in buffers], stream, pickle.HIGHEST_PROTOCOL)
    for buffer in buffers:
        stream.write(bytes(-stream.tell() % _ALIGNED))
        stream.write(buffer.raw())
    stream.write(body)


def _mapped(stream: BinaryIO, sizes: Sequence[int]) -> list[memoryview]:
    """The arrays of a file, left where they are: only what is looked at takes memory. The value follows them."""
    whole = memoryview(mmap(stream.fileno(), 0, access=ACCESS_READ))
    at, arrays = stream.tell(), []
    for size in sizes:
        at += -at % _ALIGNED
        arrays.append(whole[at : at + size])
        at += size
    stream.seek(at)
    return arrays


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No garbage collection while a million objects are made that all stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _key(content: str, made_by: tuple[str, ...]) -> str:
    return hashlib.sha256(f"{_code_digest(made_by)}\0{content}".encode()).hexdigest()[:32]


@lru_cache
def _code_digest(rooms: tuple[str, ...]) -> str:
    """Changes with the code of these rooms, the libraries the program works with, and the interpreter."""
    total = hashlib.sha256(f"{sys.version}\0{[_version(name) for name in _LIBRARIES]}".encode())
    root = Path(__file__).parent.parent
    for source in sorted(source for room in rooms for source in (root / room).rglob("*.py")):
        total.update(f"{source.relative_to(root).as_posix()}\0{source.stat().st_size}\0".encode())
        total.update(source.read_bytes())
    return total.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _prune(directory: Path, name: str) -> None:
    """Keep the newest few: an admin's reloads must not fill the disk."""
    found = sorted(directory.glob(f"{name}-*{_SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in found[_MOST:]:
        file.unlink(missing_ok=True)
