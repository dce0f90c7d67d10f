"""Whatever is wrong with the file: which one, why, and what to do."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from bot.storage.database import FILE, Database, StorageError
from bot.storage.storage_faults import SET_ASIDE, explained, is_damage


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("database disk image is malformed", "坏了"),
        ("file is not a database", "坏了"),
        ("database or disk is full", "磁盘满了"),
        ("database is locked", "锁着"),
        ("attempt to write a readonly database", "只能读"),
        ("unable to open database file", "打不开"),
        ("disk I/O error", "读写出错"),
        ("something new", "something new"),
    ],
)
def test_each_fault_names_file_reason_and_remedy(tmp_path: Path, said: str, reason: str) -> None:
    told = explained(sqlite3.OperationalError(said), tmp_path / FILE)
    assert str(tmp_path / FILE) in told
    assert reason in told
    assert "→" in told
    assert is_damage(sqlite3.DatabaseError(said)) == (reason == "坏了")


@pytest.mark.parametrize("spoiled", ["nonsense", "cut", "zeros"])
async def test_a_damaged_file_is_refused_with_the_command_that_helps(tmp_path: Path, spoiled: str) -> None:
    database = Database.in_folder(tmp_path)
    await database.open()
    await database.tidy()
    await database.close()
    whole = (tmp_path / FILE).read_bytes()
    bad = {"nonsense": b"nonsense" * 200, "cut": whole[: len(whole) // 2], "zeros": whole[:4096] + bytes(len(whole) - 4096)}
    (tmp_path / FILE).write_bytes(bad[spoiled])
    for leftover in (f"{FILE}-wal", f"{FILE}-shm"):
        (tmp_path / leftover).unlink(missing_ok=True)
    database = Database.in_folder(tmp_path)
    with pytest.raises(StorageError) as refused:
        await database.open()
    assert SET_ASIDE in str(refused.value)
    assert not refused.value.passes
    await database.close()


@pytest.mark.parametrize("name", ["d?y", "d%20y", "d#y", "d y", "数据"])
async def test_a_folder_of_any_name_holds_its_database(tmp_path: Path, name: str) -> None:
    database = Database.in_folder(tmp_path / name)
    await database.open()
    await database.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name / FILE).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / name / FILE).stat().st_size > 0


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageError, match="打不开"):
        Database.in_folder(tmp_path / "inner")


def test_a_file_in_the_way_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="file"):
        Database.in_folder(tmp_path / "file")


async def test_a_locked_database_passes(tmp_path: Path) -> None:
    database = Database.in_folder(tmp_path)
    await database.open()
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    async with database.reading() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout=1")  # of the one connection in the pool
    with pytest.raises(StorageError, match="锁着") as refused:
        async with database.writing():
            pass
    assert refused.value.passes
    other.close()
    await database.close()
