"""``schema``: one kind, all kinds, or a kind that is none."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.schema import COMMAND
from bot.reading.schema import KINDS
from bot.settings import Settings, shipped_knowledge


def schema(kind: str | None, to: Path | None = None) -> int:
    """Run the command."""
    return COMMAND.run(Namespace(kind=kind, to=to), Settings(shipped_knowledge(), Path("unused")))


def test_an_unknown_kind_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema("measures") == 1
    assert "measure、topic" in capsys.readouterr().out


def test_without_a_kind_all_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema(None) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(KINDS)


def test_with_a_folder_each_kind_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert schema(None, tmp_path / "schema") == 0
    assert {file.stem for file in (tmp_path / "schema").iterdir()} == set(KINDS)
    assert str(len(KINDS)) in capsys.readouterr().out
