"""``taught``: what was taught, as a list and as lines to paste."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.taught import COMMAND
from bot.settings import Settings, shipped_knowledge
from bot.teaching.overlay import Overlay, overlay_file, write_overlay

TAUGHT = Overlay().with_phrasing("hotline", "心慌  找谁唠", "2020-03-01")


def taught(data_dir: Path, *, export: bool = False) -> int:
    """Run the command on a data folder."""
    return COMMAND.run(Namespace(export=export), Settings(shipped_knowledge(), data_dir))


def test_authors_get_lines_to_paste(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_overlay(overlay_file(tmp_path), TAUGHT)
    assert taught(tmp_path, export=True) == 0
    assert '# topics/hotline.yaml\nphrasings:\n  taught:\n    - "心慌 找谁唠"' in capsys.readouterr().out


def test_what_was_taught_is_listed_with_its_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_overlay(overlay_file(tmp_path), TAUGHT)
    assert taught(tmp_path) == 0
    assert capsys.readouterr().out == "2020-03-01  hotline  心慌 找谁唠\n"


def test_nothing_taught_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taught(tmp_path) == 0
    assert "还没有教过" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    overlay_file(tmp_path).write_text("[{", "utf-8")
    assert taught(tmp_path) == 1
    assert "读不懂" in capsys.readouterr().out
