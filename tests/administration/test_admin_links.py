"""``/admin`` at the desk: a link where there are pages, no such command where there are none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.administration.admin_links import AdminLinks
from bot.administration.desk import AdminDesk
from bot.administration.fault_counter import FaultCounter
from bot.reloading.startup import open_knowledge
from bot.storage.database import Database


def now() -> datetime:
    return datetime(2020, 3, 1, 12, tzinfo=UTC)


async def test_an_admin_gets_a_link_in_chat(folder: Path, tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path / "data")
    await database.open()
    holder = open_knowledge(folder, tmp_path / "data", now=now)
    links = AdminLinks(database, "https://bot.example.org", now)
    desk = AdminDesk(holder, database, FaultCounter(), now, links)
    assert desk.commands[-1].name == "admin"
    told = (await desk.command("admin", "", 7)).text.splitlines()
    session = await links.enter(told[-1].removeprefix("https://bot.example.org/admin/enter?key="))
    assert session is not None
    assert await links.who(session) == "7"
    await database.close()
    without = AdminDesk(holder, database, FaultCounter(), now)
    assert "admin" not in [command.name for command in without.commands]
