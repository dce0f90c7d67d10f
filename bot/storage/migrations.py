"""Numbered steps from one stored schema to the next. The number stands in the file itself (``PRAGMA user_version``); on
PostgreSQL, in a table.

Each step is written in SQL that stays as it is: what the tables of the program are by then must not change what a step
once did. Files older than the numbering have version 0 and the tables of version 1.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, MetaData, inspect, text

from bot.storage import postgres

_TABLE = "schema_version"


class NewerSchemaError(Exception):
    """The database was written by a newer program; this one would not know what it means."""


def version_of(connection: Connection) -> int:
    """The schema's number; 0 if there is nothing yet."""
    if _on_server(connection):
        there = inspect(connection).has_table(_TABLE)
        return int(connection.execute(text(f"SELECT number FROM {_TABLE}")).scalar_one()) if there else 0  # noqa: S608
    version = int(connection.execute(text("PRAGMA user_version")).scalar_one())
    return version or int("inbox" in inspect(connection).get_table_names())


def migrate(connection: Connection, metadata: MetaData) -> None:
    """Bring a database to this program's schema, within the transaction of the connection: all of it or nothing.

    Raises:
        NewerSchemaError: if it is further on already.
    """
    if _on_server(connection):  # whoever starts at the same time waits, and then finds all done
        connection.execute(postgres.LOCK, {"name": "frontline-benefits-bot schema"})
    version = version_of(connection)
    if version > VERSION:
        raise NewerSchemaError
    for step in _STEPS[version - 1 :] if version else ():
        step(connection)
    metadata.create_all(connection)
    if version != VERSION:
        _note(connection)


def _note(connection: Connection) -> None:
    if not _on_server(connection):
        connection.execute(text(f"PRAGMA user_version={VERSION}"))
        return
    connection.execute(text(f"CREATE TABLE IF NOT EXISTS {_TABLE} (number INTEGER NOT NULL)"))
    connection.execute(text(f"DELETE FROM {_TABLE}"))  # noqa: S608 - a name of ours
    connection.execute(text(f"INSERT INTO {_TABLE} VALUES ({VERSION})"))  # noqa: S608 - a name of ours


def _on_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _keyed_by_bot(connection: Connection) -> None:
    """Two bots in one data folder answered each other's messages. What is there belongs to the first that comes (bot 0)."""
    statements = (
        "ALTER TABLE inbox RENAME TO inbox_1",
        "DROP INDEX IF EXISTS ix_inbox_received_on",
        "CREATE TABLE inbox (bot BIGINT NOT NULL, number BIGINT NOT NULL, content TEXT, tries INTEGER NOT NULL,"
        " received_on DATE NOT NULL, PRIMARY KEY (bot, number))",
        "INSERT INTO inbox SELECT 0, number, content, tries, received_on FROM inbox_1",
        "DROP TABLE inbox_1",
        "CREATE INDEX ix_inbox_received_on ON inbox (received_on)",
        "ALTER TABLE sessions RENAME TO sessions_1",
        "DROP INDEX IF EXISTS ix_sessions_user_id",
        "DROP INDEX IF EXISTS ix_sessions_used_on",
        "CREATE TABLE sessions (bot BIGINT NOT NULL, chat_id BIGINT NOT NULL, user_id BIGINT NOT NULL,"
        " state TEXT NOT NULL, used_on DATE NOT NULL, PRIMARY KEY (bot, chat_id, user_id))",
        "INSERT INTO sessions SELECT 0, chat_id, user_id, state, used_on FROM sessions_1",
        "DROP TABLE sessions_1",
        "CREATE INDEX ix_sessions_user_id ON sessions (user_id)",
        "CREATE INDEX ix_sessions_used_on ON sessions (used_on)",
    )
    for statement in statements:
        connection.execute(text(statement))


def _with_lanes(connection: Connection) -> None:
    """Whose messages are answered one after the other: what several programs on one database agree upon."""
    connection.execute(text("ALTER TABLE inbox ADD COLUMN lane BIGINT DEFAULT 0 NOT NULL"))


_STEPS: tuple[Callable[[Connection], None], ...] = (_keyed_by_bot, _with_lanes)
"""Step number n, from 1, leads from version n to version n + 1. PostgreSQL began with version 3."""

VERSION = len(_STEPS) + 1
