"""A look at a PostgreSQL from outside, changing nothing."""

from __future__ import annotations

from sqlalchemy import Connection, func, inspect, select, text

from bot.storage.database import Database, StorageError
from bot.storage.database_look import Look
from bot.storage.inbox import inbox
from bot.storage.migrations import version_of
from bot.storage.undelivered import undelivered


async def look_at(database: Database) -> tuple[Look, str]:
    """What there is to know, and the server's version ("" if it cannot be reached)."""
    try:
        await database.open_unchanged()
        async with database.reading() as connection:
            return await connection.run_sync(_look)
    except StorageError as error:
        return Look(str(error)), ""
    finally:
        await database.close()


def _look(connection: Connection) -> tuple[Look, str]:
    server = str(connection.execute(text("SHOW server_version")).scalar_one())
    version = version_of(connection)
    if not version or not inspect(connection).has_table(inbox.name):
        return Look(None), server
    waiting = connection.execute(select(func.count()).select_from(inbox).where(inbox.c.content.is_not(None))).scalar_one()
    missed = connection.execute(select(func.count()).select_from(undelivered)).scalar_one()
    return Look(None, there=True, version=version, waiting=waiting, undelivered=missed), server
