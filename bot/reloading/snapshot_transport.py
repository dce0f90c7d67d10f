"""A snapshot sent from the process that built it to the one that answers, in small pieces.

Unpickling holds the interpreter for as long as one piece takes. So big dictionaries travel in slices, every field by
itself, and whoever unpacks can let others run in between: no question waits for a reload. Arrays are left in the file
and mapped: only what is looked at takes memory. What the other side has already, made of the same content, does not travel:
most changes of the content leave nearly all of it as it is.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from io import BytesIO
from itertools import islice
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO

from bot.compiled.snapshot import ABREAST, Contents, Snapshot, contents_of, cues_key, language_key, region_key
from bot.model.knowledge import Knowledge

_SLICE = 10_000
"""Entries of a dictionary per piece: about 3 ms to unpack."""

_ALIGNED = 64
"""Bytes to whose multiples arrays begin, as numpy likes them."""

_PAUSE = 0.001


def parts_of(snapshot: Snapshot) -> dict[str, object]:
    """What is big of a snapshot, by name."""
    knowledge = snapshot.knowledge
    return {
        "language": snapshot.language,
        "shared": snapshot.language.shared,
        "index": snapshot.index,
        "covering": snapshot.covering,
        "care": snapshot.care,
        "signals": snapshot.signals,
        "phrases": snapshot.phrases,
        "common": snapshot.common_patterns,
        **{f"cues {region}": cues for region, cues in snapshot.cues.items()},
        **{f"region {part.region.id}": part for part in knowledge.regions},
        **{f"written {name}": getattr(knowledge, name) for name in type(knowledge).model_fields if name != "regions"},
    }


def keys_of(knowledge: Knowledge, contents: Contents | None = None) -> dict[str, str]:
    """For each part a key that is equal for knowledge of which the part is the same. ``contents``, where they are known."""
    contents = contents or contents_of(knowledge)
    abreast = knowledge.regions if len(knowledge.regions) <= ABREAST else ()
    return {
        "language": language_key(knowledge, contents),
        "shared": contents.words,
        "index": contents.asked,
        "covering": contents.asked,
        "care": contents.care,
        "signals": contents.words + contents.written["signals"],
        "phrases": contents.words + contents.written["phrases"],
        "common": contents.common,
        **{f"cues {part.region.id}": cues_key(part) for part in abreast},
        **{f"region {part.region.id}": region_key(part) for part in knowledge.regions},
        **{f"written {name}": key for name, key in contents.written.items()},
    }


def pack(snapshot: Snapshot, header: object, file: Path, left_out: Collection[str] = ()) -> None:
    """Write a header and a snapshot. ``left_out`` are parts of which the other side has equal ones."""
    there = {id(part): name for name, part in parts_of(snapshot).items() if name in left_out}
    with file.open("wb") as stream:
        pickle.dump(header, stream, pickle.HIGHEST_PROTOCOL)
        for field in fields(Snapshot):
            _write_value(getattr(snapshot, field.name), stream, there)


def read_header(file: Path) -> Any:
    """What was packed beside the snapshot."""
    with file.open("rb") as stream:
        return pickle.load(stream)  # noqa: S301 - written by our own worker into our own private folder


def unpack(file: Path, parts: Mapping[str, object], pause: Callable[[float], None] = time.sleep) -> Snapshot:
    """The snapshot of a file, with the given parts where some were left out. Calls ``pause`` after every piece."""
    with file.open("rb") as stream:
        whole = memoryview(mmap(stream.fileno(), 0, access=ACCESS_READ))
        pickle.load(stream)  # noqa: S301
        values = {field.name: _read_value(stream, whole, parts, pause) for field in fields(Snapshot)}
    return Snapshot(**values)


def _write_value(value: object, stream: BinaryIO, there: Mapping[int, str]) -> None:
    """The big dictionaries inside a value, slice by slice, its arrays as bare bytes, then the value without either."""
    body = BytesIO()
    pickler = _Pickler(body, there)
    pickler.dump(value)
    pickle.dump([len(slices) for slices in pickler.big], stream, pickle.HIGHEST_PROTOCOL)
    for slices in pickler.big:
        for piece in slices:
            pickle.dump(piece, stream, pickle.HIGHEST_PROTOCOL)
    pickle.dump([buffer.nbytes for buffer in pickler.arrays], stream, pickle.HIGHEST_PROTOCOL)
    for buffer in pickler.arrays:
        stream.write(bytes(-stream.tell() % _ALIGNED))
        stream.write(buffer)
    stream.write(body.getvalue())


def _read_value(stream: BinaryIO, whole: memoryview, parts: Mapping[str, object], pause: Callable[[float], None]) -> Any:
    big: list[dict[Any, Any]] = []
    for count in pickle.load(stream):  # noqa: S301
        entries: dict[Any, Any] = {}
        for _ in range(count):
            entries.update(pickle.load(stream))  # noqa: S301
            pause(_PAUSE)
        big.append(entries)
    arrays = [_array(stream, whole, size) for size in pickle.load(stream)]  # noqa: S301
    value = _Unpickler(stream, parts, big, arrays).load()
    pause(_PAUSE)
    return value


def _array(stream: BinaryIO, whole: memoryview, size: int) -> memoryview:
    """The bytes of the array that comes next in the stream, where they lie."""
    at = stream.tell() + -stream.tell() % _ALIGNED
    stream.seek(at + size)
    if at + size > len(whole):
        raise EOFError(f"the file ends within an array of {size} bytes")
    return whole[at : at + size]


class _Pickler(pickle.Pickler):
    """Leaves out parts that are there (named by their id), big dictionaries (kept in ``big``) and arrays (in ``arrays``)."""

    def __init__(self, stream: BinaryIO, there: Mapping[int, str]) -> None:
        self.arrays: list[memoryview] = []
        super().__init__(stream, pickle.HIGHEST_PROTOCOL, buffer_callback=self._keep_array)
        self._there = there
        self.big: list[list[dict[Any, Any]]] = []
        self._place_of: dict[int, int] = {}

    def _keep_array(self, buffer: pickle.PickleBuffer) -> bool:
        self.arrays.append(buffer.raw())
        return False

    def persistent_id(self, value: Any) -> tuple[str, str | int] | None:
        """What is not written but referred to."""
        part = self._there.get(id(value))
        if part is not None:
            return "part", part
        if type(value) is dict and len(value) > _SLICE:
            return "big", self._kept(value)
        return None

    def _kept(self, value: dict[Any, Any]) -> int:
        if id(value) not in self._place_of:
            self._place_of[id(value)] = len(self.big)
            entries = iter(value.items())
            slices = iter(lambda: dict(islice(entries, _SLICE)), {})
            self.big.append(list(slices))
        return self._place_of[id(value)]


class _Unpickler(pickle.Unpickler):
    """Puts back what was left out."""

    def __init__(
        self, stream: BinaryIO, parts: Mapping[str, object], big: list[dict[Any, Any]], arrays: list[memoryview]
    ) -> None:
        super().__init__(stream, buffers=arrays)
        self._parts = parts
        self._big = big

    def persistent_load(self, reference: Any) -> Any:
        """What a reference stands for."""
        kind, place = reference
        return self._parts[place] if kind == "part" else self._big[place]
