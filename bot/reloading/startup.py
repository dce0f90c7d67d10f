"""What a bot starts with: its folder's knowledge, or the last good version of it."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.keeping.folder_digests import remember_digests
from bot.reading.problem import KnowledgeError
from bot.reloading.candidate import Loaded, Verdict, content_digest, digest_of, examine_at_start
from bot.reloading.first_start import prepare_start
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.one_arena import share_one_arena
from bot.reloading.reports import Journal
from bot.reloading.shared_version import Exchange, Parcel
from bot.reloading.version_store import VersionRecord, VersionStore, taught_of
from bot.teaching.overlay import Overlay, overlay_file, read_overlay, write_overlay

_log = logging.getLogger(__name__)


_ROLLED_BACK = "管理员回到了上一版，文件夹里还是被退回的那一版"
_NOT_AGREED = "文件夹里的是别的进程用过的旧版，大家用的是现在这一版"


async def open_shared_knowledge(
    folder: Path,
    data_dir: Path,
    exchange: Exchange,
    *,
    now: Callable[[], datetime],
    journal: Journal | None = None,
    cache_dir: Path | None = None,
) -> KnowledgeHolder:
    """The knowledge one of several programs starts with: what all have agreed upon, unless its folder holds something new.

    A folder whose content nobody has seen before is what an operator has just installed: it goes live everywhere.

    Raises:
        KnowledgeError: if there is nothing to answer from.
    """
    agreed = await exchange.agreed()
    parcel = await exchange.fetch(agreed.digest) if agreed is not None else None
    seen = await exchange.knows(content_digest(folder, Overlay())) if folder.is_dir() else True
    if parcel is not None:
        _bring_in(parcel, folder, data_dir, seen=seen)
    holder = open_knowledge(folder, data_dir, now=now, journal=journal, cache_dir=cache_dir, why_rejected=_NOT_AGREED)
    holder.share(exchange)
    news = parcel is None or not seen
    if not (news and await holder.share_own(agreed.digest if agreed is not None else None)):
        await holder.follow()
    return holder


def _bring_in(parcel: Parcel, folder: Path, data_dir: Path, *, seen: bool) -> None:
    """Make the version all have agreed upon the last good one here, and the folder's no candidate if it is an older one."""
    versions = VersionStore(data_dir)
    staged = versions.unpack(parcel)
    overlay, _ = read_overlay(taught_of(staged))
    versions.keep(staged, parcel.digest)
    write_overlay(overlay_file(data_dir), overlay)
    here = content_digest(folder, overlay) if folder.is_dir() else ""
    versions.record(VersionRecord(parcel.digest, None, rejected=here if seen and here != parcel.digest else None))


def open_knowledge(
    folder: Path,
    data_dir: Path,
    *,
    now: Callable[[], datetime],
    journal: Journal | None = None,
    cache_dir: Path | None = None,
    why_rejected: str = _ROLLED_BACK,
) -> KnowledgeHolder:
    """The knowledge a bot starts with: the folder's, or the last good one if that is broken or was rolled back from.

    Raises:
        KnowledgeError: with the folder's problems, if there is no last good version either.
    """
    share_one_arena()
    versions = VersionStore(data_dir)
    versions.drop_leftovers()
    ledger = versions.ledger()
    overlay, problems = read_overlay(overlay_file(data_dir))
    cache = cache_dir or data_dir / "cache"

    def holder_of(loaded: Loaded, taught: Overlay, why: str | None) -> KnowledgeHolder:
        return KnowledgeHolder(
            folder, data_dir, loaded, taught, now=now, why_not_folder=why, journal=journal, cache_dir=cache_dir
        )

    remember_digests(cache)
    kept = versions.find(ledger.current)
    digest = digest_of(folder, overlay)
    if kept is not None and ledger.rejected is not None and digest == ledger.rejected:
        return holder_of(_last_good(kept, data_dir, cache), kept[1], why_rejected)
    verdict = _examined(folder, overlay, overlay_file(data_dir), cache, digest)
    for problem in (*problems, *verdict.errors):
        _log.error("%s", problem)
    if verdict.errors and kept is not None:
        why = f"文件夹有 {len(verdict.errors)} 处错误，用的是上次的好版本；第一处：{verdict.errors[0]}"
        return holder_of(_last_good(kept, data_dir, cache), kept[1], why)
    if verdict.loaded is None:
        raise KnowledgeError(list(verdict.errors))
    if verdict.errors:
        why = f"文件夹有 {len(verdict.errors)} 处错误，又没有上次的好版本，先照它回答；第一处：{verdict.errors[0]}"
        return holder_of(verdict.loaded, overlay, why)
    if versions.folder_of(verdict.loaded.digest) is None:
        versions.keep(versions.stage(folder, overlay), verdict.loaded.digest)
    before = ledger.current if ledger.current != verdict.loaded.digest else ledger.previous
    versions.record(VersionRecord(verdict.loaded.digest, before))
    gc.collect()
    gc.freeze()
    return holder_of(verdict.loaded, overlay, None)


def _examined(folder: Path, overlay: Overlay, taught_file: Path, cache: Path, digest: str | None) -> Verdict:
    prepare_start(folder, overlay, taught_file, cache, digest)
    return examine_at_start(folder, overlay, taught_file, cache, digest)


def _last_good(kept: tuple[Path, Overlay], data_dir: Path, cache: Path) -> Loaded:
    files, overlay = kept
    verdict = _examined(files, overlay, overlay_file(data_dir), cache, None)
    if verdict.loaded is None:
        raise KnowledgeError(list(verdict.errors))
    return verdict.loaded
