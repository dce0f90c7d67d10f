"""What is remembered of a person in a chat, as text the channel understands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Date, Table, Text, bindparam, delete, insert, select, update

from bot.storage.database import metadata


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
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("state", Text, nullable=False),
    Column("used_on", Date, nullable=False, index=True),
)

_of_key = (sessions.c.chat_id == bindparam("chat")) & (sessions.c.user_id == bindparam("user"))
_load = select(sessions.c.state).where(_of_key)
_delete = delete(sessions).where(_of_key)


def load(connection: Connection, key: Key) -> str | None:
    """What is remembered of a person in a chat, or None."""
    return connection.execute(_load, {"chat": key.chat, "user": key.user}).scalar_one_or_none()


def save(connection: Connection, kept: Sequence[Kept]) -> None:
    """Remember states, the last one given for a key; forget keys without one."""
    last = {item.key: item for item in kept}
    if not last:
        return
    connection.execute(_delete, [{"chat": key.chat, "user": key.user} for key in last])
    rows = [
        {"chat_id": key.chat, "user_id": key.user, "state": item.state, "used_on": item.on}
        for key, item in last.items()
        if item.state is not None
    ]
    if rows:
        connection.execute(insert(sessions), rows)


def chats_of(connection: Connection, user: int) -> list[int]:
    """Chats in which something is remembered of a person."""
    return list(connection.execute(select(sessions.c.chat_id).where(sessions.c.user_id == user)).scalars())


def forget(connection: Connection, user: int) -> int:
    """Delete all that is remembered of a person, in every chat. How many chats it was."""
    return connection.execute(delete(sessions).where(sessions.c.user_id == user)).rowcount


def move_chat(connection: Connection, old: int, new: int) -> None:
    """A group has got a new id. What people said since under the new one stays."""
    moved = select(sessions.c.user_id).where(sessions.c.chat_id == new)
    connection.execute(delete(sessions).where((sessions.c.chat_id == old) & sessions.c.user_id.in_(moved)))
    connection.execute(update(sessions).where(sessions.c.chat_id == old).values(chat_id=new))


def purge(connection: Connection, before: date) -> int:
    """Delete what has not been used since before a day. How many rows it was."""
    return connection.execute(delete(sessions).where(sessions.c.used_on < before)).rowcount
