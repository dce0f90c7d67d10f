"""Messages received and not yet answered. They are here before their sender is told they have arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Date, Integer, Table, Text, delete, insert, select, update

from bot.storage.database import metadata


class InboxEntry(NamedTuple):
    """A message as it came, by its sender's number. ``tries`` counts the starts it has waited through."""

    number: int
    content: str
    tries: int = 0


inbox = Table(
    "inbox",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=True),
    Column("tries", Integer, nullable=False),
    Column("received_on", Date, nullable=False, index=True),
)
"""``bot`` tells bots apart that share a data folder; 0 is whoever comes first. ``content`` is emptied when the message is
answered; the bare number stays for days, to know it if it comes again.
"""


def adopt(connection: Connection, bot: int) -> None:
    """What an earlier program left without saying whose it is, is this bot's."""
    connection.execute(update(inbox).where(inbox.c.bot == 0).values(bot=bot))


def keep(connection: Connection, bot: int, entries: Sequence[InboxEntry], on: date) -> list[InboxEntry]:
    """Store messages. Those that were not here before, in order."""
    numbers = [entry.number for entry in entries]
    mine = (inbox.c.bot == bot) & inbox.c.number.in_(numbers)
    known = set(connection.execute(select(inbox.c.number).where(mine)).scalars())
    new = list({entry.number: entry for entry in entries if entry.number not in known}.values())
    if new:
        same = {"bot": bot, "tries": 0, "received_on": on}
        rows = [{"number": item.number, "content": item.content, **same} for item in new]
        connection.execute(insert(inbox), rows)
    return new


def waiting(connection: Connection, bot: int) -> list[InboxEntry]:
    """Messages without an answer, oldest first. Each call counts as one more try for all of them."""
    unanswered = (inbox.c.bot == bot) & inbox.c.content.is_not(None)
    connection.execute(update(inbox).where(unanswered).values(tries=inbox.c.tries + 1))
    columns = select(inbox.c.number, inbox.c.content, inbox.c.tries)
    rows = connection.execute(columns.where(unanswered).order_by(inbox.c.number))
    return [InboxEntry(number, content, tries) for number, content, tries in rows]


def done(connection: Connection, bot: int, numbers: Sequence[int]) -> None:
    """Empty messages that have been answered."""
    answered = (inbox.c.bot == bot) & inbox.c.number.in_(numbers)
    connection.execute(update(inbox).where(answered).values(content=None))


def purge(connection: Connection, before: date) -> int:
    """Delete the numbers of messages answered, received before a day. How many it was."""
    old = inbox.c.content.is_(None) & (inbox.c.received_on < before)
    return connection.execute(delete(inbox).where(old)).rowcount
