"""How a SQLite file is opened and written, by whichever driver."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event

WRITES = "writes"
"""The execution option of a transaction that may write."""

_BUSY_MILLISECONDS = 10_000


def keep_the_rules(engine: Engine) -> None:
    """Make every connection and every transaction of an engine as they have to be."""
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)


def _prepare(connection: Any, _: object) -> None:
    """Readers go on while one writes; what was committed survives a power cut; what was deleted is overwritten."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_BUSY_MILLISECONDS}", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """The driver's own BEGIN is deferred: two that read, then write under it fail with "database is locked"."""
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")
