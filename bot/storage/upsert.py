"""Insert rows, or put them in the place of those that are there: in one statement, on SQLite as on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows ``on_conflict_…``, in the words of the connection's database."""
    return _insert(connection.dialect.name, table)


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Rows in place of those with the same key."""
    connection.execute(_replacing(connection.dialect.name, table), list(rows))


@cache
def _replacing(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Worked out once for each table: a session is put with every turn."""
    keys = [column.name for column in table.primary_key.columns]
    statement = _insert(dialect, table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
