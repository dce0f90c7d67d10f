"""Messages received and not yet answered. They are here before their sender is told they have arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    Table,
    Text,
    bindparam,
    delete,
    select,
    text,
    update,
)

from bot.storage.database import metadata
from bot.storage.upsert import insert_into


class InboxEntry(NamedTuple):
    """A message as it came, by its sender's number. ``tries`` counts the starts it has waited through.

    Messages with the same ``lane`` are answered one after the other: it is whose they are.
    """

    number: int
    content: str
    tries: int = 0
    lane: int = 0


inbox = Table(
    "inbox",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=True),
    Column("tries", Integer, nullable=False),
    Column("received_on", Date, nullable=False, index=True),
    Column("lane", BigInteger, nullable=False, server_default=text("0")),
)
"""``bot`` tells bots apart that share a data folder; 0 is whoever comes first. ``content`` is emptied when the message is
answered; the bare number stays for days, to know it if it comes again.
"""

_in_line = Index("ix_inbox_in_line", inbox.c.bot, inbox.c.lane, inbox.c.number, postgresql_where=inbox.c.content.is_not(None))
_in_line.ddl_if(dialect="postgresql")

_answered = (inbox.c.bot == bindparam("of_bot")) & inbox.c.number.in_(bindparam("numbers", expanding=True))
_done = update(inbox).where(_answered).values(content=None, lane=0)


def adopt(connection: Connection, bot: int) -> None:
    """What an earlier program left without saying whose it is, is this bot's."""
    connection.execute(update(inbox).where(inbox.c.bot == 0).values(bot=bot))


def keep(connection: Connection, bot: int, entries: Sequence[InboxEntry], on: date) -> list[InboxEntry]:
    """Store messages. Those that were not here before, in order."""
    same = {"bot": bot, "tries": 0, "received_on": on}
    latest = {entry.number: entry for entry in entries}
    rows = [{"number": item.number, "content": item.content, "lane": item.lane, **same} for item in latest.values()]
    if not rows:
        return []
    statement = insert_into(connection, inbox).on_conflict_do_nothing().returning(inbox.c.number)
    new = set(connection.execute(statement, rows).scalars())
    return [entry for number, entry in latest.items() if number in new]


def waiting(connection: Connection, bot: int) -> list[InboxEntry]:
    """Messages without an answer, oldest first. Each call counts as one more try for all of them."""
    unanswered = (inbox.c.bot == bot) & inbox.c.content.is_not(None)
    connection.execute(update(inbox).where(unanswered).values(tries=inbox.c.tries + 1))
    columns = select(inbox.c.number, inbox.c.content, inbox.c.tries, inbox.c.lane)
    rows = connection.execute(columns.where(unanswered).order_by(inbox.c.number))
    return [InboxEntry(*row) for row in rows]


def answered(connection: Connection, bot: int, numbers: Sequence[int]) -> frozenset[int]:
    """Which of these somebody has answered by now. The others stay as they are until the transaction ends."""
    mine = (inbox.c.bot == bot) & inbox.c.number.in_(numbers)
    rows = connection.execute(
        select(inbox.c.number, inbox.c.content.is_(None)).where(mine).order_by(inbox.c.number).with_for_update()
    )
    return frozenset(number for number, is_answered in rows if is_answered)


def done(connection: Connection, bot: int, numbers: Sequence[int]) -> None:
    """Empty messages that have been answered: their numbers alone stay, and not whose they were."""
    connection.execute(_done, {"of_bot": bot, "numbers": list(numbers)})


def purge(connection: Connection, before: date) -> int:
    """Delete the numbers of messages answered, received before a day. How many it was."""
    old = inbox.c.content.is_(None) & (inbox.c.received_on < before)
    return connection.execute(delete(inbox).where(old)).rowcount
