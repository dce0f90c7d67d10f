"""What a bot starts with: its folder's knowledge, or the last good version of it."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.reading.problem import KnowledgeError
from bot.reloading.candidate import content_digest, examine_at_start
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.reports import Journal
from bot.reloading.version_store import VersionRecord, VersionStore
from bot.teaching.overlay import Overlay, overlay_file, read_overlay

_log = logging.getLogger(__name__)


def open_knowledge(
    folder: Path, data_dir: Path, *, now: Callable[[], datetime], journal: Journal | None = None
) -> KnowledgeHolder:
    """The knowledge a bot starts with: the folder's, or the last good one if that is broken or was rolled back from.

    Raises:
        KnowledgeError: with the folder's problems, if there is no last good version either.
    """
    versions = VersionStore(data_dir)
    versions.drop_leftovers()
    ledger = versions.ledger()
    overlay, problems = read_overlay(overlay_file(data_dir))
    cache = data_dir / "cache"
    kept = versions.find(ledger.current)
    if kept is not None and ledger.rejected is not None and content_digest(folder, overlay) == ledger.rejected:
        return _last_good(kept, folder, data_dir, "管理员回到了上一版，文件夹里还是被退回的那一版", now, journal)
    verdict = examine_at_start(folder, overlay, overlay_file(data_dir), cache)
    for problem in (*problems, *verdict.errors):
        _log.error("%s", problem)
    if verdict.errors and kept is not None:
        why = f"文件夹有 {len(verdict.errors)} 处错误，用的是上次的好版本；第一处：{verdict.errors[0]}"
        return _last_good(kept, folder, data_dir, why, now, journal)
    if verdict.loaded is None:
        raise KnowledgeError(list(verdict.errors))
    if verdict.errors:
        why = f"文件夹有 {len(verdict.errors)} 处错误，又没有上次的好版本，先照它回答；第一处：{verdict.errors[0]}"
        return KnowledgeHolder(folder, data_dir, verdict.loaded, overlay, now=now, why_not_folder=why, journal=journal)
    versions.keep(versions.stage(folder, overlay), verdict.loaded.digest)
    before = ledger.current if ledger.current != verdict.loaded.digest else ledger.previous
    versions.record(VersionRecord(verdict.loaded.digest, before))
    gc.collect()
    gc.freeze()
    return KnowledgeHolder(folder, data_dir, verdict.loaded, overlay, now=now, journal=journal)


def _last_good(
    kept: tuple[Path, Overlay],
    folder: Path,
    data_dir: Path,
    why: str,
    now: Callable[[], datetime],
    journal: Journal | None,
) -> KnowledgeHolder:
    files, overlay = kept
    verdict = examine_at_start(files, overlay, overlay_file(data_dir), data_dir / "cache")
    if verdict.loaded is None:
        raise KnowledgeError(list(verdict.errors))
    return KnowledgeHolder(folder, data_dir, verdict.loaded, overlay, now=now, why_not_folder=why, journal=journal)
