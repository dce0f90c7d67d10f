"""What is remembered of a person in a chat, as text the channel understands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    Table,
    Text,
    bindparam,
    delete,
    select,
    update,
)

from bot.storage.database import metadata
from bot.storage.upsert import put


class Key(NamedTuple):
    """A person in a chat."""

    chat: int
    user: int


class Kept(NamedTuple):
    """What is to be remembered from now on; ``state`` None means nothing."""

    key: Key
    state: str | None
    on: date


sessions = Table(
    "sessions",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("state", Text, nullable=False),
    Column("used_on", Date, nullable=False, index=True),
)

_of_key = (sessions.c.bot == bindparam("of_bot")) & (sessions.c.chat_id == bindparam("chat")) & (sessions.c.user_id == bindparam("user"))
_load = select(sessions.c.state).where(_of_key)
_delete = delete(sessions).where(_of_key)


def adopt(connection: Connection, bot: int) -> None:
    """What an earlier program left without saying whose it is, is this bot's, unless it has its own by now."""
    unclaimed = sessions.c.bot == 0
    own = sessions.alias()
    same = (own.c.chat_id == sessions.c.chat_id) & (own.c.user_id == sessions.c.user_id)
    newer = select(own).where((own.c.bot == bot) & same)
    connection.execute(delete(sessions).where(unclaimed & newer.exists()))
    connection.execute(update(sessions).where(unclaimed).values(bot=bot))


def load(connection: Connection, bot: int, key: Key) -> str | None:
    """What is remembered of a person in a chat, or None."""
    return connection.execute(_load, {"of_bot": bot, "chat": key.chat, "user": key.user}).scalar_one_or_none()


def save(connection: Connection, bot: int, kept: Sequence[Kept]) -> None:
    """Remember states, the last one given for a key; forget keys without one."""
    last = {item.key: item for item in kept}
    if not last:
        return
    gone = [key for key, item in last.items() if item.state is None]
    if gone:
        connection.execute(_delete, [{"of_bot": bot, "chat": key.chat, "user": key.user} for key in gone])
    rows = [
        {"bot": bot, "chat_id": key.chat, "user_id": key.user, "state": item.state, "used_on": item.on}
        for key, item in sorted(last.items())
        if item.state is not None
    ]
    if rows:
        put(connection, sessions, rows)


def chats_of(connection: Connection, bot: int, user: int) -> list[int]:
    """Chats in which something is remembered of a person."""
    return list(connection.execute(select(sessions.c.chat_id).where(_of(bot, user))).scalars())


def forget(connection: Connection, bot: int, user: int) -> int:
    """Delete all that is remembered of a person, in every chat. How many chats it was."""
    return connection.execute(delete(sessions).where(_of(bot, user))).rowcount


def move_chat(connection: Connection, bot: int, old: int, new: int) -> None:
    """A group has got a new id. What people said since under the new one stays."""
    mine = sessions.c.bot == bot
    moved = select(sessions.c.user_id).where(mine & (sessions.c.chat_id == new))
    connection.execute(delete(sessions).where(mine & (sessions.c.chat_id == old) & sessions.c.user_id.in_(moved)))
    connection.execute(update(sessions).where(mine & (sessions.c.chat_id == old)).values(chat_id=new))


def purge(connection: Connection, before: date) -> int:
    """Delete what has not been used since before a day. How many rows it was."""
    return connection.execute(delete(sessions).where(sessions.c.used_on < before)).rowcount


def _of(bot: int, user: int) -> ColumnElement[bool]:
    return (sessions.c.bot == bot) & (sessions.c.user_id == user)
