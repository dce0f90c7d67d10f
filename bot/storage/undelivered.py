"""Replies that reached nobody: why and in what kind of chat, for a week. Neither who nor what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Date, Integer, String, Table, delete, func, insert, select

from bot.storage.database import metadata

KEPT = timedelta(days=7)

undelivered = Table(
    "undelivered",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("why", String(80), nullable=False),
    Column("chat_kind", String(20), nullable=False),
    Column("on_day", Date, nullable=False, index=True),
)


class Undelivered(NamedTuple):
    """A reply that did not arrive, or perhaps did not."""

    why: str
    chat_kind: str
    on: date


def keep(connection: Connection, bot: int, found: Sequence[Undelivered]) -> None:
    """Note replies that did not arrive."""
    if found:
        rows = [{"bot": bot, "why": u.why[:80], "chat_kind": u.chat_kind[:20], "on_day": u.on} for u in found]
        connection.execute(insert(undelivered), rows)


def counts(connection: Connection) -> list[tuple[str, str, int]]:
    """How many there were of each kind (why, kind of chat), the most frequent first."""
    number = func.count().label("number")
    kinds = (undelivered.c.why, undelivered.c.chat_kind)
    rows = connection.execute(select(*kinds, number).group_by(*kinds).order_by(number.desc(), *kinds))
    return [(why, chat_kind, count) for why, chat_kind, count in rows]


def purge(connection: Connection, today: date) -> int:
    """Delete what is older than a week. How many it were."""
    return connection.execute(delete(undelivered).where(undelivered.c.on_day <= today - KEPT)).rowcount
