"""Questions nobody could answer: scrubbed, without their asker, for 90 days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Column, Connection, Date, Integer, String, Table, delete, insert, select

from bot.language.normalise import has_chinese
from bot.storage.database import metadata
from bot.storage.scrub import vouched
from bot.teaching.clusters import Question

KEPT = timedelta(days=90)
_LONGEST = 200
_MOST_READ = 5_000
_MARKS = re.compile(r"〔[^〕]*〕")

unanswered = Table(
    "unanswered",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("text", String(_LONGEST), nullable=False),
    Column("on_day", Date, nullable=False, index=True),
)
"""The day, not the hour: nobody can be told by when they were awake."""


def keep(connection: Connection, text: str, today: date) -> int | None:
    """Store a question without anything that tells who asked it. Its number; None if nothing is left to store.

    A question of which nobody can vouch that it names no one is not stored either.
    """
    scrubbed = vouched(text)
    if scrubbed is None or not has_chinese(_MARKS.sub("", scrubbed)):
        return None
    result = connection.execute(insert(unanswered), {"text": scrubbed[:_LONGEST], "on_day": today})
    key = result.inserted_primary_key
    return int(key[0]) if key is not None else None


def put_back(connection: Connection, text: str, today: date) -> None:
    """Store a question again that was taught from here, and so was scrubbed already; one that waits already waits once."""
    kept = text[:_LONGEST]
    waits = connection.execute(select(unanswered.c.number).where(unanswered.c.text == kept)).first()
    if waits is None:
        connection.execute(insert(unanswered), {"text": kept, "on_day": today})


def purge(connection: Connection, today: date) -> int:
    """Delete what is older than 90 days. How many it were."""
    return connection.execute(delete(unanswered).where(unanswered.c.on_day <= today - KEPT)).rowcount


def settle(connection: Connection, numbers: Sequence[int]) -> int:
    """Delete questions that an admin has dealt with. How many there were."""
    return connection.execute(delete(unanswered).where(unanswered.c.number.in_(numbers))).rowcount


def settle_texts(connection: Connection, texts: Sequence[str]) -> int:
    """Delete questions with these very words. How many there were."""
    return connection.execute(delete(unanswered).where(unanswered.c.text.in_(texts))).rowcount


def questions(connection: Connection) -> list[Question]:
    """What is stored, newest first, at most some thousands."""
    columns = (unanswered.c.number, unanswered.c.text, unanswered.c.on_day)
    return [
        Question(*row)
        for row in connection.execute(select(*columns).order_by(unanswered.c.number.desc()).limit(_MOST_READ))
    ]


def question(connection: Connection, number: int) -> Question | None:
    """One stored question; None if it has been dealt with or is too old."""
    columns = (unanswered.c.number, unanswered.c.text, unanswered.c.on_day)
    row = connection.execute(select(*columns).where(unanswered.c.number == number)).one_or_none()
    return Question(*row) if row is not None else None
