"""Keys that all programs on one database have to have alike: the first that starts brings them along."""

from __future__ import annotations

from sqlalchemy import Column, Connection, LargeBinary, String, Table, select

from bot.storage.database import Database, shared_metadata
from bot.storage.upsert import insert_into

keys = Table(
    "installation_keys",
    shared_metadata,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)


async def agreed_key(database: Database, name: str, own: bytes) -> bytes:
    """The key of the installation: what the first program had in its data folder. Where nobody shares, our own."""
    if not database.shared:
        return own
    async with database.writing() as connection:

        def bring(sync: Connection) -> None:
            sync.execute(insert_into(sync, keys).on_conflict_do_nothing(), {"name": name, "value": own})

        await connection.run_sync(bring)
        return bytes((await connection.execute(select(keys.c.value).where(keys.c.name == name))).scalar_one())
