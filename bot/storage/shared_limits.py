"""How often something may be done by all programs on one database together. Counted by the server's clock, in an unlogged table."""

from __future__ import annotations

import hashlib

from sqlalchemy import ARRAY, Column, Double, LargeBinary, Table, text

from bot.storage.database import Database, StorageError, shared_metadata

_NOW = "extract(epoch FROM clock_timestamp())::float8"

limits = Table(
    "limits",
    shared_metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("until", Double, nullable=False),
    Column("places", ARRAY(Double)),
    prefixes=["UNLOGGED"],
)
"""``until`` is when the row says nothing any more; ``places`` are times given away, for those who wait for theirs."""

_TAKE = text(f"""
WITH clock AS MATERIALIZED (SELECT {_NOW} AS now), taken AS (
  INSERT INTO limits AS l (key, until) SELECT :key, now + :cost FROM clock
  ON CONFLICT (key) DO UPDATE SET until = greatest(l.until, {_NOW}) + :cost
    WHERE greatest(l.until, {_NOW}) + :cost <= {_NOW} + :room
  RETURNING 0::float8 AS wait
)
SELECT coalesce((SELECT wait FROM taken),
                (SELECT greatest(until + :cost - :room - now, 0.01) FROM limits, clock WHERE key = :key), 0)
""")  # noqa: S608 - a constant of ours

_PLACE = text(f"""
INSERT INTO limits AS l (key, until, places)
  VALUES (:key, {_NOW} + :seconds, array_fill(0::float8, ARRAY[:most - 1]) || {_NOW})
ON CONFLICT (key) DO UPDATE SET places = l.places[2:] || greatest(l.places[1] + :seconds, {_NOW}),
                                until = greatest(l.places[1] + :seconds, {_NOW}) + :seconds
RETURNING places[:most] - {_NOW}
""")  # noqa: S608 - a constant of ours

_TIDY = text(f"DELETE FROM limits WHERE until < {_NOW}")  # noqa: S608 - a constant of ours

_MOST_PLACES = 100


class SharedLimits:
    """Limits by name. A database that is away limits nobody: who asks would have to wait for it anyway."""

    def __init__(self, database: Database, salt: bytes) -> None:
        """``salt`` is the installation's: what a key stands for cannot be told from the table alone."""
        self._database, self._salt = database, salt

    async def take(self, name: str, burst: float, per_second: float, count: float = 1.0) -> float:
        """Take so much of what is allowed: so much at once, and so much a second after that. 0, or the seconds to wait for it."""
        values = {"key": self._key(name), "cost": count / per_second, "room": burst / per_second}
        return await self._ask(_TAKE, values)

    async def place(self, name: str, most: int, seconds: float) -> float:
        """Take the next place of at most so many in any stretch of so many seconds. The seconds until it comes.

        Where there are very many places, nobody needs to wait for another program's.
        """
        if most > _MOST_PLACES:
            return 0.0
        return max(0.0, await self._ask(_PLACE, {"key": self._key(name), "most": most, "seconds": seconds}))

    async def tidy(self) -> None:
        """Forget what limits nobody any more."""
        await self._ask(_TIDY, {})

    async def _ask(self, statement: object, values: dict[str, object]) -> float:
        try:
            return float(await self._database.at_once(statement, values) or 0.0)  # type: ignore[arg-type]
        except StorageError:
            return 0.0

    def _key(self, name: str) -> bytes:
        return hashlib.blake2b(name.encode(), key=self._salt[:64], digest_size=16).digest()
