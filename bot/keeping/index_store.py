"""Keep a compiled index between runs: compiling 30,000 phrasings takes seconds, reading the result a tenth of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.keeping.content_store import kept
from bot.language.analyse import Language
from bot.model.knowledge import Knowledge

T = TypeVar("T")
_COMPILING = ("model", "language", "rules", "compiled")
"""The rooms whose code compiles; they import no other."""


def compile_snapshot(
    knowledge: Knowledge, cache_dir: Path | None = None, *, language: Language | None = None
) -> Snapshot:
    """A snapshot whose parts are read from ``cache_dir`` if they were compiled before; ``language`` reuses a tokenizer."""

    def keep(name: str, content: str, compute: Callable[[], T], /) -> T:
        return kept(cache_dir, name, content, compute, made_by=_COMPILING)

    return build_snapshot(knowledge, language=language, keep=keep)
