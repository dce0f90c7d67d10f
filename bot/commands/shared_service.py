"""What a program does beside its work where several answer from one database: agree upon the knowledge, hear what others do."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.reports import Journal
from bot.reloading.startup import open_knowledge, open_shared_knowledge
from bot.settings import Settings
from bot.storage.database import Database, StorageError
from bot.storage.knowledge_exchange import KNOWLEDGE, KnowledgeExchange
from bot.storage.person_sessions import FORGOTTEN_PERSON

_log = logging.getLogger(__name__)
_PAUSE_SECONDS = 1.0


def opened_knowledge(
    settings: Settings, folder: Path, database: Database, now: Callable[[], datetime], journal: Journal
) -> KnowledgeHolder:
    """The knowledge this program starts with: its own, or what the programs on the database have agreed upon.

    ``folder`` is this program's alone. A server that is not there yet is waited for.

    Raises:
        KnowledgeError: if there is nothing to answer from.
        StorageError: if the database cannot be used.
    """
    if not database.shared:
        return open_knowledge(settings.knowledge_dir, folder, now=now, journal=journal)
    return asyncio.run(_shared(settings, folder, database, now, journal))


async def _shared(
    settings: Settings, folder: Path, database: Database, now: Callable[[], datetime], journal: Journal
) -> KnowledgeHolder:
    await database.open_patiently()
    try:
        return await open_shared_knowledge(
            settings.knowledge_dir,
            folder,
            KnowledgeExchange(database),
            now=now,
            journal=journal,
            cache_dir=settings.data_dir / "cache",
        )
    finally:
        await database.close()


async def follow_knowledge(holder: KnowledgeHolder, database: Database) -> None:
    """Go live with whatever goes live elsewhere; after each time the server was away, compare. Runs until cancelled."""
    async for _ in database.heard(KNOWLEDGE):
        try:
            await holder.follow()
        except StorageError as error:
            if not error.told:
                _log.error("the knowledge of the other programs could not be read: %s", error)
            await asyncio.sleep(_PAUSE_SECONDS)  # the connection that listens broke too: what it hears next is that it is back


async def forget_elsewhere(forget: Callable[[str], None], database: Database) -> None:
    """Leave nothing in memory of people another program was asked to forget. Runs until cancelled."""
    async for channel, person in database.heard(FORGOTTEN_PERSON):
        if channel == FORGOTTEN_PERSON:
            forget(person)
