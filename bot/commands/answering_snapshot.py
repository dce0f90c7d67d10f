"""What the commands that answer have in common: a snapshot to answer from, a region of it, a place for caches."""

from __future__ import annotations

import gc
from pathlib import Path

from bot.commands.command import UsageError
from bot.compiled.snapshot import Snapshot
from bot.reading.problem import KnowledgeError
from bot.reloading.candidate import compile_at_start
from bot.settings import Settings, SettingsError, private_folder
from bot.streams import complain
from bot.teaching.overlay import overlay_file, read_overlay


def ready_snapshot(settings: Settings) -> Snapshot:
    """The knowledge folder with what admins taught on top, ready to answer from.

    Raises:
        KnowledgeError: if the folder cannot be answered from.
    """
    taught = overlay_file(settings.data_dir)
    overlay, problems = read_overlay(taught)
    verdict = compile_at_start(settings.knowledge_dir, overlay, taught, cache_dir(settings))
    if verdict.loaded is None:
        raise KnowledgeError(list(verdict.errors))
    for problem in problems:
        complain(str(problem))
    # A snapshot is a million objects that never change: looked through at every collection, they cost a fifth of each answer.
    gc.collect()
    gc.freeze()
    return verdict.loaded.snapshot


def known_region(wanted: str | None, snapshot: Snapshot) -> str | None:
    """The region that was asked for on the command line.

    Raises:
        UsageError: if there is no such region.
    """
    known = snapshot.knowledge.region_by_id
    if wanted is not None and wanted not in known:
        raise UsageError(f"没有地区“{wanted}”；可用：{'、'.join(known)}")
    return wanted


def cache_dir(settings: Settings) -> Path | None:
    """Where caches lie; None, passing ones, where no data folder can be made and none was asked for.

    Raises:
        SettingsError: if the data folder that was asked for cannot be used.
    """
    try:
        return private_folder(settings.data_dir) / "cache"
    except SettingsError:
        if settings.data_dir_given:
            raise
        return None
