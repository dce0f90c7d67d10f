"""Unanswered questions: kept without their asker for 90 days."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from bot.storage import audit, unanswered
from bot.storage.database import Database
from bot.teaching.clusters import Question

TODAY = date(2020, 3, 1)


async def keep(database: Database, text: str, on: date = TODAY) -> int | None:
    async with database.writing() as connection:
        return await connection.run_sync(unanswered.keep, text, on)


async def stored(database: Database) -> list[Question]:
    async with database.reading() as connection:
        return await connection.run_sync(unanswered.questions)


async def test_a_question_is_kept_scrubbed(database: Database) -> None:
    await keep(database, "我叫张伟，13812345678，班车几点")
    assert [question.text for question in await stored(database)] == ["我叫〔姓名〕，〔号码〕，班车几点"]


def test_nothing_that_names_a_person_has_a_column() -> None:
    assert {column.name for column in unanswered.unanswered.columns} == {"number", "text", "on_day"}


@pytest.mark.parametrize("text", ["", "？？？", "12345678901", "hello there"])
async def test_what_is_no_question_in_chinese_is_not_kept(database: Database, text: str) -> None:
    assert await keep(database, text) is None


async def test_after_ninety_days_it_is_gone(database: Database) -> None:
    await keep(database, "班车几点", TODAY - timedelta(days=90))
    await keep(database, "食堂几点", TODAY - timedelta(days=89))
    async with database.writing() as connection:
        assert await connection.run_sync(unanswered.purge, TODAY) == 1
    assert [question.text for question in await stored(database)] == ["食堂几点"]


async def test_what_was_dealt_with_is_gone(database: Database) -> None:
    number = await keep(database, "班车几点")
    assert number is not None
    async with database.writing() as connection:
        assert await connection.run_sync(unanswered.settle, [number, number + 1]) == 1
        assert await connection.run_sync(unanswered.question, number) is None


@pytest.mark.parametrize("text", ["班车几点", "班车几点" * 100])
async def test_what_is_put_back_twice_waits_once(database: Database, text: str) -> None:
    for _ in range(2):
        async with database.writing() as connection:
            await connection.run_sync(unanswered.put_back, text, TODAY)
    assert [text.startswith(question.text) for question in await stored(database)] == [True]


async def test_the_audit_tells_the_latest_first(database: Database) -> None:
    at = datetime(2020, 3, 1, 8, tzinfo=timezone(timedelta(hours=8)))
    async with database.writing() as connection:
        for what in ("重新加载", "回到上一版"):
            await connection.run_sync(audit.record, audit.Entry(at, "7", what, "abc", "x" * 900))
        entries = await connection.run_sync(audit.latest, 5)
    assert [(entry.who, entry.what, len(entry.detail)) for entry in entries] == [("7", "回到上一版", 500), ("7", "重新加载", 500)]
