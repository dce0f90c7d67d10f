"""What several commands need: exit codes, a snapshot to answer from, a place for caches."""

from __future__ import annotations

import gc
from pathlib import Path

from bot.dialogue.snapshot import Snapshot
from bot.loading.checks.run import check_knowledge, is_answerable
from bot.loading.compiled import compile_snapshot
from bot.loading.overlay import apply_overlay, overlay_file, read_overlay
from bot.loading.parse import read_folder
from bot.loading.problem import KnowledgeError
from bot.settings import Settings, SettingsError, private_folder
from bot.streams import complain

DONE = 0


class UsageError(Exception):
    """A command cannot be carried out as it was given; the message says why, in Chinese."""


def ready_snapshot(settings: Settings) -> Snapshot:
    """The knowledge folder with what admins taught on top, ready to answer from.

    Raises:
        KnowledgeError: if the folder cannot be answered from.
    """
    reading = read_folder(settings.knowledge_dir)
    if reading.knowledge is None or not is_answerable(reading):
        raise KnowledgeError([problem for problem in check_knowledge(reading) if problem.severity == "error"])
    overlay, problems = read_overlay(overlay_file(settings.data_dir))
    for problem in problems:
        complain(str(problem))
    snapshot = compile_snapshot(apply_overlay(reading.knowledge, overlay), cache_dir(settings))
    # A snapshot is a million objects that never change: looked through at every collection, they cost a fifth of each answer.
    gc.collect()
    gc.freeze()
    return snapshot


def cache_dir(settings: Settings) -> Path | None:
    """Where jieba's cache lies; None, a passing one, where no data folder can be made and none was asked for.

    Raises:
        SettingsError: if the data folder that was asked for cannot be used.
    """
    try:
        return private_folder(settings.data_dir) / "cache"
    except SettingsError:
        if settings.data_dir_given:
            raise
        return None
