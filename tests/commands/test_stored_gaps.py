"""The unanswered questions of a data folder, shown on the command line."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from bot.commands import stored_gaps
from bot.commands.ready import UsageError
from bot.commands.stored_gaps import show_stored_gaps
from bot.dialogue.snapshot import Snapshot
from bot.settings import Settings, private_folder, shipped_knowledge
from bot.storage.database import Database
from bot.storage.unanswered import keep


def settings_for(data_dir: Path) -> Settings:
    """Settings with the shipped knowledge and a data folder of their own."""
    return Settings(shipped_knowledge(), private_folder(data_dir))


async def _keep(data_dir: Path, *texts: str) -> None:
    database = Database.in_folder(data_dir)
    await database.open()
    async with database.writing() as connection:
        for text in texts:
            await connection.run_sync(keep, text, date.today())
    await database.close()


def test_alike_questions_are_shown_together(
    tmp_path: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(stored_gaps, "ready_snapshot", lambda _: snapshot)
    settings = settings_for(tmp_path / "data")
    asyncio.run(_keep(settings.data_dir, "宿舍的热水器谁来修", "宿舍的热水器谁来修呀"))
    assert show_stored_gaps(settings, None) == 0
    assert "热水器" in capsys.readouterr().out


def test_a_damaged_database_is_said(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    (settings.data_dir / "bot.sqlite3").write_bytes(b"this is no database at all, whatever its name may say")
    with pytest.raises(UsageError, match="数据库"):
        show_stored_gaps(settings, None)
