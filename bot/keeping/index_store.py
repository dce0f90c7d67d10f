"""Keep a compiled index between runs: compiling 30,000 phrasings takes seconds, reading the result a tenth of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.compiled.snapshot import Compiled, Snapshot, build_snapshot
from bot.keeping.content_store import kept
from bot.language.analyse import Language
from bot.model.knowledge import Knowledge


def compile_snapshot(
    knowledge: Knowledge, cache_dir: Path | None = None, *, language: Language | None = None
) -> Snapshot:
    """A snapshot whose index is read from ``cache_dir`` if it was compiled before; ``language`` reuses a tokenizer."""

    def keep(content: str, compile_: Callable[[], Compiled]) -> Compiled:
        return kept(cache_dir, "compiled", content, compile_)

    return build_snapshot(knowledge, cache_dir, language=language, keep=keep)
