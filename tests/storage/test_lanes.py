"""Whose messages a program answers: nobody else has the lane, and when the program dies, the next takes it up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_asyncio
from sqlalchemy import text

from bot.storage.database import Database, StorageError
from bot.storage.inbox import InboxEntry
from bot.storage.lanes import Lanes
from bot.storage.sessions import Kept, Key
from bot.storage.turns import Ended, TurnStore
from tests.storage.postgres_server import Server

DAY = date(2026, 3, 1)
BOT = 7
END_OTHERS = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()")


@pytest_asyncio.fixture
async def database(postgres: Server) -> AsyncIterator[Database]:
    """An open database on a server."""
    it = Database(postgres.create())
    await it.open()
    yield it
    await it.close()


@pytest.fixture
def store(database: Database) -> TurnStore:
    """A store on it."""
    return TurnStore(database, BOT)


@pytest_asyncio.fixture
async def two(database: Database) -> AsyncIterator[tuple[Lanes, Lanes]]:
    """Two programs."""
    both = Lanes(database.private_connection(), BOT), Lanes(database.private_connection(), BOT)
    yield both
    for lanes in both:
        await lanes.close()


async def receive(store: TurnStore, *numbers_and_lanes: tuple[int, int]) -> None:
    await store.receive([InboxEntry(number, "x", lane=lane) for number, lane in numbers_and_lanes], DAY)


def numbers(entries: list[InboxEntry]) -> list[int]:
    return [entry.number for entry in entries]


async def test_a_lane_is_one_programs_with_all_that_waits_in_it(store: TurnStore, two: tuple[Lanes, Lanes]) -> None:
    await receive(store, (1, 100), (2, 200), (3, 100))
    one, other = two
    assert numbers(await one.take(1)) == [1, 3]
    assert numbers(await other.take(5)) == [2]
    assert (one.has(100), other.has(100), len(other)) == (True, False, 1)
    assert await one.take(5) == []


async def test_what_comes_meanwhile_waits_for_who_has_the_lane(store: TurnStore, two: tuple[Lanes, Lanes]) -> None:
    await receive(store, (1, 100))
    one, other = two
    await one.take(5)
    await receive(store, (2, 100))
    assert await other.take(5) == []
    await store.end(Ended(1))
    await one.let_go([100])
    assert numbers(await one.take(5)) == [2]


async def test_nothing_is_taken_that_was_answered_before_the_lane_was_let_go(store: TurnStore, two: tuple[Lanes, Lanes]) -> None:
    await receive(store, (1, 100))
    one, other = two
    await one.take(5)
    await store.end(Ended(1))
    await one.let_go([100])
    assert await other.take(5) == []
    assert len(other) == 0


async def test_the_lanes_of_a_program_that_died_pass_on(store: TurnStore, two: tuple[Lanes, Lanes]) -> None:
    await receive(store, (1, 100))
    one, other = two
    await one.take(5)
    await one.close()
    (taken,) = await other.take(5)
    assert (taken.number, taken.tries) == (1, 2)
    assert not one.has(100)


async def test_whoever_lost_its_connection_has_nothing_and_its_turn_does_not_count(
    database: Database, store: TurnStore, two: tuple[Lanes, Lanes]
) -> None:
    await receive(store, (1, 100))
    one, other = two
    await one.take(5)
    assert await one.may_poll()
    await database.at_once(END_OTHERS, {})
    with pytest.raises(StorageError):
        await one.take(5)
    assert (one.has(100), one.polls) == (False, False)
    assert numbers(await other.take(5)) == [1]
    assert await store.end(Ended(1, Kept(Key(1, 100), "of the other", DAY)))
    assert not await store.end(Ended(1, Kept(Key(1, 100), "of the first, too late", DAY)))
    assert await store.load(Key(1, 100)) == "of the other"


async def test_one_program_polls_until_it_dies(two: tuple[Lanes, Lanes]) -> None:
    one, other = two
    assert await one.may_poll()
    assert not await other.may_poll()
    assert await one.may_poll()
    await one.close()
    assert await other.may_poll()


async def test_another_bots_lanes_are_not_touched(database: Database, store: TurnStore) -> None:
    await receive(store, (1, 100))
    strangers = Lanes(database.private_connection(), BOT + 1)
    assert await strangers.take(5) == []
    await strangers.close()
