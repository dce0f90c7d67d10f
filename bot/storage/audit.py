"""Who did what to the knowledge, and when. Admins only; nothing of the people who ask stands here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, DateTime, Integer, String, Table, Text, insert, select

from bot.storage.database import metadata

_LONGEST = 500

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", String(64), nullable=False),
    Column("what", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("detail", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done: by whom (an admin's id, or the program's reason), to which version of the knowledge."""

    at: datetime
    who: str
    what: str
    digest: str
    detail: str = ""


def record(connection: Connection, entry: Entry) -> None:
    """Note one thing done."""
    values = {"at": entry.at, "who": entry.who[:64], "what": entry.what[:64], "digest": entry.digest}
    connection.execute(insert(audit), values | {"detail": entry.detail[:_LONGEST]})


def latest(connection: Connection, count: int) -> list[Entry]:
    """What was done last, newest first."""
    columns = (audit.c.at, audit.c.who, audit.c.what, audit.c.digest, audit.c.detail)
    rows = connection.execute(select(*columns).order_by(audit.c.number.desc()).limit(count))
    return [Entry(*row) for row in rows]
