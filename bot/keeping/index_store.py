"""Keep a compiled index between runs: compiling 30,000 phrasings takes a minute, reading the result a tenth of a second.

Where nothing is kept yet, what tells of distress is compiled by a process of its own, at the same time as what is asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.compiled.snapshot import Contents, Snapshot, build_language, build_snapshot, compile_care, contents_of
from bot.keeping.care_beside import CareBeside
from bot.keeping.content_store import is_kept, kept
from bot.language.analyse import Language
from bot.model.knowledge import Knowledge

T = TypeVar("T")
_COMPILING = ("model", "language", "rules", "compiled")
"""The rooms whose code compiles; they import no other."""

_MANY = 5_000
"""Phrasings from which compiling takes so long that a second process is worth its start."""


def compile_snapshot(
    knowledge: Knowledge, cache_dir: Path | None = None, *, language: Language | None = None, contents: Contents | None = None
) -> Snapshot:
    """A snapshot whose parts are read from ``cache_dir`` if they were compiled before; ``language`` reuses a tokenizer.

    ``contents`` are the knowledge's, where they are known already.
    """
    contents = contents or contents_of(knowledge)
    if cache_dir is None or not _worth_two(knowledge, contents, cache_dir):
        return build_snapshot(knowledge, language=language, keep=partial(_keep, cache_dir), contents=contents)
    with CareBeside(knowledge, cache_dir) as beside:

        def keep(name: str, content: str, compute: Callable[[], T], /) -> T:
            if name == "care":
                beside.wait()
            return _keep(cache_dir, name, content, compute)

        return build_snapshot(knowledge, language=language, keep=keep, contents=contents)


def keep_care(knowledge: Knowledge, cache_dir: Path) -> None:
    """Compile what tells of distress, for whoever looks for it in the folder."""
    compile_care(knowledge, contents_of(knowledge), build_language(knowledge).shared, partial(_keep, cache_dir))


def _keep(cache_dir: Path | None, name: str, content: str, compute: Callable[[], T], /) -> T:
    return kept(cache_dir, name, content, compute, made_by=_COMPILING)


def _worth_two(knowledge: Knowledge, contents: Contents, cache_dir: Path) -> bool:
    """Whether both parts have to be compiled, are big, and there are two processors to do it."""
    asked = sum(len(said) for topic in knowledge.topics for said in topic.phrasings.values())
    if asked < _MANY or (os.cpu_count() or 1) < len(("asked", "care")):
        return False
    parts = (("asked", contents.asked), ("care", contents.care))
    return not any(is_kept(cache_dir, name, content, _COMPILING) for name, content in parts)
