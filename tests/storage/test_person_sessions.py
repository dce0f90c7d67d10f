"""Sessions of people known by a hash: the last one counts, nothing is left of who is forgotten."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from bot.storage.database import Database
from bot.storage.person_sessions import PersonStore

DAY = date(2026, 3, 1)


@pytest.fixture
def store(database: Database) -> PersonStore:
    """A store on an open database."""
    return PersonStore(database)


async def test_the_last_state_counts(store: PersonStore) -> None:
    assert await store.load("a") is None
    await store.save("a", "first", DAY)
    await store.save("a", "second", DAY)
    await store.save("b", "other", DAY)
    assert await store.load("a") == "second"


async def test_nothing_is_left_of_who_is_forgotten(store: PersonStore, database: Database) -> None:
    await store.save("a", "what somebody said " * 300, DAY)
    await store.save("b", "other", DAY)
    await store.forget("a")
    assert await store.load("a") is None
    assert await store.load("b") == "other"
    if database.file is not None:
        assert not any(b"somebody said" in file.read_bytes() for file in database.file.parent.iterdir())


async def test_many_who_write_at_once_all_get_their_turn(store: PersonStore) -> None:
    people = [str(number) for number in range(60)]
    await asyncio.gather(*(store.save(person, f"of {person}", DAY) for person in people))
    assert [await store.load(person) for person in people] == [f"of {person}" for person in people]


async def test_what_is_past_its_time_goes(store: PersonStore) -> None:
    await store.save("a", "old", DAY)
    await store.save("b", "new", date(2026, 3, 2))
    await store.purge(date(2026, 3, 2))
    assert await store.load("a") is None
    assert await store.load("b") == "new"
