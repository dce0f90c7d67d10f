"""Links that let an admin in once, and the sessions they begin. Of both only a hash is stored, never what opens the door."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Column, Connection, Float, String, Table, delete, insert, select

from bot.storage.database import metadata

_LONGEST_WHO = 64


def _keys(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("key_hash", String(64), primary_key=True),
        Column("who", String(_LONGEST_WHO), nullable=False),
        Column("until", Float, nullable=False),
    )


links = _keys("admin_links")
sessions = _keys("admin_sessions")
"""``until`` is seconds since 1970, so that no zone has to be agreed upon by two processes."""


def add(connection: Connection, table: Table, key: str, who: str, until: datetime) -> None:
    """Store a key that opens until then."""
    values = {"key_hash": _hashed(key), "who": who[:_LONGEST_WHO], "until": until.timestamp()}
    connection.execute(insert(table), values)


def redeem(connection: Connection, key: str, now: datetime) -> str | None:
    """Whose link it is; it never opens again. None if it is not known, used, or too old."""
    who = holder(connection, links, key, now)
    used = connection.execute(delete(links).where(links.c.key_hash == _hashed(key))).rowcount
    return who if used else None  # of two programs that have read it, one deletes it


def holder(connection: Connection, table: Table, key: str, now: datetime) -> str | None:
    """Whose key it is, if it still opens."""
    query = select(table.c.who).where(table.c.key_hash == _hashed(key), table.c.until > now.timestamp())
    who: str | None = connection.execute(query).scalar_one_or_none()
    return who


def end(connection: Connection, key: str) -> None:
    """End a session."""
    connection.execute(delete(sessions).where(sessions.c.key_hash == _hashed(key)))


def purge(connection: Connection, now: datetime) -> None:
    """Delete what opens nothing any more."""
    for table in (links, sessions):
        connection.execute(delete(table).where(table.c.until <= now.timestamp()))


def _hashed(key: str) -> str:
    """Keys are 32 random bytes: no salt and no slow hash is needed."""
    return hashlib.sha256(key.encode()).hexdigest()
