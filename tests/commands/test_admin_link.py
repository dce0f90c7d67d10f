"""``admin-link`` makes a link that the running server, another process, redeems."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from pathlib import Path

import pytest

from bot.administration.admin_links import AdminLinks
from bot.commands.admin_link import COMMAND
from bot.commands.command import UsageError
from bot.commands.telegram_bot import local_now
from bot.settings import Settings, private_folder, shipped_knowledge
from bot.storage.database import Database


async def _entered(data_dir: Path, key: str) -> list[bool]:
    database = Database.in_folder(data_dir)
    await database.open()
    links = AdminLinks(database, "", local_now)
    entered = [await links.enter(key) is not None for _ in range(2)]
    await database.close()
    return entered


def test_the_link_opens_the_server_s_pages_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data_dir = private_folder(tmp_path / "data")
    settings = Settings(shipped_knowledge(), data_dir, web_url="https://bot.example.org")
    assert COMMAND.run(Namespace(), settings) == 0
    address, _, key = capsys.readouterr().out.strip().partition("?key=")
    assert address == "https://bot.example.org/admin/enter"
    assert asyncio.run(_entered(data_dir, key)) == [True, False]


def test_a_database_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    data_dir = private_folder(tmp_path / "data")
    (data_dir / "bot.sqlite3").write_bytes(b"this is no database at all, whatever its name may say")
    with pytest.raises(UsageError, match="数据库"):
        COMMAND.run(Namespace(), Settings(shipped_knowledge(), data_dir))
