"""Whose messages a program answers at the moment, where several work on one database. Only on PostgreSQL.

A lane is a person. Who answers it holds an advisory lock of the server, on a connection that lives as long as the program: when
it dies, the server lets go, and another takes the lane up where it was left. Nothing is leased, no clock is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ARRAY, BigInteger, bindparam, text

from bot.storage.inbox import InboxEntry
from bot.storage.postgres import PrivateConnection

_LOCK_LANES = text("""
WITH waiting AS MATERIALIZED (
  SELECT lane, min(number) AS first FROM inbox
  WHERE bot = :bot AND content IS NOT NULL AND lane <> ALL(:mine)
  GROUP BY lane ORDER BY first
)
SELECT lane FROM waiting WHERE pg_try_advisory_lock(hashtextextended('lane ' || :bot || ' ' || lane, 0)) LIMIT :most
""").bindparams(bindparam("mine", type_=ARRAY(BigInteger)), bindparam("bot", type_=BigInteger))

_READ = text("""
WITH taken AS (
  UPDATE inbox SET tries = tries + 1 WHERE bot = :bot AND content IS NOT NULL AND lane = ANY(:lanes)
  RETURNING number, content, tries, lane
)
SELECT number, content, tries, lane FROM taken ORDER BY number
""").bindparams(bindparam("lanes", type_=ARRAY(BigInteger)))
"""A statement of its own: it sees what whoever had the lane before has committed before letting go."""

_LET_GO = text("""
SELECT pg_advisory_unlock(hashtextextended('lane ' || :bot || ' ' || lane, 0)) FROM unnest(:lanes) AS lane
""").bindparams(bindparam("lanes", type_=ARRAY(BigInteger)), bindparam("bot", type_=BigInteger))

_HOLD = text("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")


class Lanes:
    """The lanes of one bot that this program has. All methods raise StorageError if the server is away; then it has none."""

    def __init__(self, connection: PrivateConnection, bot: int) -> None:
        self._connection, self._bot = connection, bot
        self._mine: set[int] = set()
        self._generation = connection.generation
        self._polls = False

    def __len__(self) -> int:
        """How many it has."""
        self._notice_loss()
        return len(self._mine)

    def has(self, lane: int) -> bool:
        """Whether a lane is still this program's."""
        self._notice_loss()
        return lane in self._mine

    async def take(self, most: int) -> list[InboxEntry]:
        """Lanes nobody has, with messages waiting in them, for which these are; the messages, oldest first."""
        self._notice_loss()
        given = {"bot": self._bot, "mine": list(self._mine), "most": most}
        lanes = [lane for (lane,) in await self._connection.rows(_LOCK_LANES, given)]
        self._notice_loss()
        if not lanes:
            return []
        self._mine.update(lanes)
        rows = await self._connection.rows(_READ, {"bot": self._bot, "lanes": lanes})
        entries = [InboxEntry(*row) for row in rows]
        await self.let_go(self._mine.intersection(lanes) - {entry.lane for entry in entries})
        return entries

    async def let_go(self, lanes: Iterable[int]) -> None:
        """Leave lanes to others. Whoever does so looks again what waits: nobody else may have been told."""
        self._notice_loss()
        gone: Sequence[int] = [lane for lane in lanes if lane in self._mine]
        if gone:
            self._mine.difference_update(gone)
            await self._connection.rows(_LET_GO, {"bot": self._bot, "lanes": gone})

    async def may_poll(self) -> bool:
        """Whether this program is the one that fetches the bot's updates; it is until it dies or loses its connection."""
        self._notice_loss()
        if not self._polls:
            rows = await self._connection.rows(_HOLD, {"name": f"poll {self._bot}"})
            self._notice_loss()
            self._polls = bool(rows[0][0])
        return self._polls

    @property
    def polls(self) -> bool:
        """Whether it still is, as far as is known."""
        self._notice_loss()
        return self._polls

    async def close(self) -> None:
        """Let everything go."""
        await self._connection.close()

    def _notice_loss(self) -> None:
        if self._generation != self._connection.generation:
            self._generation = self._connection.generation
            self._mine.clear()
            self._polls = False
