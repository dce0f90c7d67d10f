"""The unanswered questions of a data folder, shown on the command line."""

from __future__ import annotations

import asyncio
import csv
import io
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest

from bot.administration.gap_table import write_csv
from bot.commands import answering_snapshot
from bot.commands.command import UsageError
from bot.commands.gaps import COMMAND, show_gaps
from bot.compiled.snapshot import Snapshot
from bot.settings import Settings, private_folder, shipped_knowledge
from bot.storage.database import Database
from bot.storage.unanswered import keep
from bot.teaching.clusters import Cluster, Question

TODAY = date(2020, 3, 1)


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
    monkeypatch.setattr(answering_snapshot, "ready_snapshot", lambda _: snapshot)
    settings = settings_for(tmp_path / "data")
    asyncio.run(_keep(settings.data_dir, "宿舍的热水器谁来修", "宿舍的热水器谁来修呀"))
    assert COMMAND.run(Namespace(csv=None), settings) == 0
    assert "热水器" in capsys.readouterr().out


def test_a_damaged_database_is_said(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    (settings.data_dir / "bot.sqlite3").write_bytes(b"this is no database at all, whatever its name may say")
    with pytest.raises(UsageError, match="数据库"):
        COMMAND.run(Namespace(csv=None), settings)


def test_a_spreadsheet_does_not_run_what_people_typed() -> None:
    out = io.StringIO()
    write_csv([Cluster([Question(1, "=cmd|补助", TODAY)], ("daily-subsidy",))], out)
    assert list(csv.reader(io.StringIO(out.getvalue())))[1][3] == "'=cmd|补助"


def test_gaps_are_shown_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = [Cluster([Question(1, "班车几点", TODAY)], ())]
    show_gaps(found, None)
    assert "1 次  班车几点  → 没有相近的主题" in capsys.readouterr().out
    show_gaps(found, tmp_path / "gaps.csv")
    assert "班车几点" in (tmp_path / "gaps.csv").read_text("utf-8-sig")
    capsys.readouterr()
    show_gaps([], None)
    assert "没有记下" in capsys.readouterr().out
