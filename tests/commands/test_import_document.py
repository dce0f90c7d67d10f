"""``import``: topics are guessed by the bot itself, and what is wrong is told."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.import_document import COMMAND
from bot.settings import Settings
from tests.authors.folders import base_folder

DOCUMENT = "一、医务人员子女入学给予照顾。\n"


def import_into(folder: Path, document: Path, region: str, data_dir: Path) -> int:
    """Run the command."""
    return COMMAND.run(Namespace(document=document, region=region), Settings(folder, data_dir))


def test_topics_are_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, document = base_folder(tmp_path), tmp_path / "document.md"
    document.write_text(DOCUMENT, encoding="utf-8")
    assert import_into(folder, document, "bing", tmp_path / "data") == 0
    assert (folder / "regions/bing/measures/bing-01-school.yaml").is_file()
    assert "要由作者核对" in capsys.readouterr().out


def test_what_is_wrong_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = base_folder(tmp_path)
    assert import_into(folder, tmp_path / "nothing.txt", "jia", tmp_path / "data") == 2
    assert "找不到文件" in capsys.readouterr().err
