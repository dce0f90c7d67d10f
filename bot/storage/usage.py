"""How much the bot is used: counters per day, of nobody. What is counted is public: channels, decisions, topics, regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Date, Integer, String, Table, delete, select

from bot.storage.database import metadata
from bot.storage.upsert import insert_into

KEPT = timedelta(days=400)
_LONGEST = 64

usage = Table(
    "usage",
    metadata,
    Column("on_day", Date, primary_key=True),
    Column("channel", String(_LONGEST), primary_key=True),
    Column("decision", String(_LONGEST), primary_key=True),
    Column("topic", String(_LONGEST), primary_key=True),
    Column("region", String(_LONGEST), primary_key=True),
    Column("turns", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a counter counts: ids only; an empty one where there was no topic or region."""

    day: date
    channel: str
    decision: str
    topic: str = ""
    region: str = ""


def add(connection: Connection, counted: Mapping[Counted, int]) -> None:
    """Add to the counters."""
    statement = insert_into(connection, usage)
    keys = [column.name for column in usage.primary_key.columns]
    more = statement.on_conflict_do_update(index_elements=keys, set_={"turns": usage.c.turns + statement.excluded.turns})
    rows = sorted((_values(what) | {"turns": turns} for what, turns in counted.items()), key=_order)
    if rows:
        connection.execute(more, rows)


def since(connection: Connection, day: date) -> dict[Counted, int]:
    """All counters from a day on."""
    columns = (usage.c.on_day, usage.c.channel, usage.c.decision, usage.c.topic, usage.c.region, usage.c.turns)
    rows = connection.execute(select(*columns).where(usage.c.on_day >= day).order_by(usage.c.on_day))
    return {Counted(*key): turns for *key, turns in rows}


def purge(connection: Connection, today: date) -> int:
    """Delete what is older than 400 days. How many counters it were."""
    return connection.execute(delete(usage).where(usage.c.on_day <= today - KEPT)).rowcount


def _order(row: Mapping[str, Any]) -> list[str]:
    """All programs write in the same order, so that none waits for one that waits for it."""
    return [str(value) for value in row.values()]


def _values(what: Counted) -> dict[str, Any]:
    names = {"channel": what.channel, "decision": what.decision, "topic": what.topic, "region": what.region}
    return {"on_day": what.day, **{name: value[:_LONGEST] for name, value in names.items()}}
