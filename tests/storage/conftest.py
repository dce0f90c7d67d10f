"""One contract, two backends: an open database of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.storage.database import Database
from tests.storage.postgres_server import Server


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    """A database that nobody has opened yet."""
    if request.param == "sqlite":
        return Database.in_folder(tmp_path / "data")
    server: Server = request.getfixturevalue("postgres")
    return Database(server.create())


@pytest_asyncio.fixture
async def database(empty: Database) -> AsyncIterator[Database]:
    """An open database."""
    await empty.open()
    yield empty
    await empty.close()
