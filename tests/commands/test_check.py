"""``check``: its exit code, and what people and machines read."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.check import COMMAND
from bot.settings import Settings
from tests.authors.folders import broken_folder

SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"


def check(folder: Path, data_dir: Path, *, as_json: bool = False) -> int:
    """Run the command on a folder."""
    return COMMAND.run(Namespace(folder=folder, json=as_json), Settings(folder, data_dir))


def test_errors_end_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = broken_folder("unknown-unit", tmp_path)
    assert check(folder, tmp_path / "data") == 1
    assert f"{folder / SUBSIDY}:8:9: 没有叫“helath”的单位" in capsys.readouterr().out


def test_warnings_end_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(broken_folder("figure-never-said", tmp_path), tmp_path / "data") == 0
    assert "没有错误，1 个警告" in capsys.readouterr().out


def test_machines_get_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(broken_folder("unknown-unit", tmp_path), tmp_path / "data", as_json=True) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["line"], problem["column"], problem["severity"]) == (8, 9, "error")
