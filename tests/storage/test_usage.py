"""Counters of use: added up, kept for 400 days, written beside the turns."""

from __future__ import annotations

from datetime import date, timedelta

from bot.administration.fault_counter import FaultCounter
from bot.administration.usage_counter import UsageCounter
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from bot.storage import usage
from bot.storage.database import Database
from bot.storage.usage import Counted

DAY = date(2026, 11, 28)


async def _stored(database: Database) -> dict[Counted, int]:
    async with database.reading() as connection:
        return await connection.run_sync(usage.since, DAY - timedelta(days=1000))


async def test_turns_are_added_up_by_topic_and_region(database: Database, small: Snapshot) -> None:
    counter = UsageCounter(database, lambda: small, lambda: DAY, FaultCounter())
    reply, session = respond(Message("补助一天多少"), Session(region="jia"), small, DAY)
    for _ in range(2):
        counter.count("web", reply, session)
        await counter.write()
    counter.of_channel("wechat")(reply)
    assert await _stored(database) == {Counted(DAY, "web", "answer", "daily-subsidy", "jia"): 2}
    await counter.write()
    assert (await _stored(database))[Counted(DAY, "wechat", "answer", "daily-subsidy", "jia")] == 1


async def test_what_is_thought_of_answers_is_counted_beside_the_turns(database: Database, small: Snapshot) -> None:
    counter = UsageCounter(database, lambda: small, lambda: DAY, FaultCounter())
    judged = counter.judged_in("telegram")
    for helpful in (True, False, True):
        judged(helpful)
    await counter.write()
    assert await _stored(database) == {Counted(DAY, "telegram", "useful"): 2, Counted(DAY, "telegram", "useless"): 1}


async def test_a_reply_about_nothing_has_no_topic(database: Database, small: Snapshot) -> None:
    counter = UsageCounter(database, lambda: small, lambda: DAY, FaultCounter())
    reply, _ = respond(Message("今天下雨吗"), Session(), small, DAY)
    counter.of_channel("wechat")(reply)
    await counter.write()
    assert list(await _stored(database)) == [Counted(DAY, "wechat", reply.decision.value)]


async def test_a_store_that_fails_loses_nothing(database: Database, small: Snapshot) -> None:
    faults = FaultCounter()
    counter = UsageCounter(database, lambda: small, lambda: DAY, faults)
    reply, session = respond(Message("补助一天多少"), Session(region="jia"), small, DAY)
    counter.count("web", reply, session)
    async with database.writing() as connection:
        await connection.run_sync(usage.usage.drop)
    await counter.write()
    assert faults.counts() == {"NotCounted": 1}
    async with database.writing() as connection:
        await connection.run_sync(usage.usage.create)
    await counter.write()
    assert sum((await _stored(database)).values()) == 1


async def test_counters_go_after_400_days(database: Database) -> None:
    old, new = Counted(DAY - usage.KEPT, "web", "chat"), Counted(DAY - usage.KEPT + timedelta(days=1), "web", "chat")
    async with database.writing() as connection:
        await connection.run_sync(usage.add, {old: 1, new: 1})
        await connection.run_sync(usage.purge, DAY)
    assert list(await _stored(database)) == [new]
