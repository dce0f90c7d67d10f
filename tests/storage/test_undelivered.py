"""What reached nobody is known for a week: why, and in what kind of chat."""

from __future__ import annotations

from datetime import date, timedelta

from bot.storage import undelivered
from bot.storage.database import Database
from bot.storage.turns import Ended, TurnStore
from bot.storage.undelivered import Undelivered

DAY = date(2026, 3, 1)


async def test_it_is_counted_by_kind_and_gone_after_a_week(database: Database) -> None:
    store = TurnStore(database, 5)
    for number, why in enumerate(("Forbidden", "Forbidden", "BadRequest: topic_closed")):
        await store.end(Ended(number, undelivered=Undelivered(why, "private", DAY)))
    async with database.reading() as connection:
        found = await connection.run_sync(undelivered.counts)
    assert found == [("Forbidden", "private", 2), ("BadRequest: topic_closed", "private", 1)]
    await store.purge(DAY + timedelta(days=7), timedelta(days=30))
    async with database.reading() as connection:
        assert await connection.run_sync(undelivered.counts) == []


def test_neither_who_nor_what_has_a_column() -> None:
    assert {column.name for column in undelivered.undelivered.columns} == {"row", "bot", "why", "chat_kind", "on_day"}
