"""What ``doctor`` says of cards: that pictures can be made, or what to do; and that nothing is amiss without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels import picture_card
from bot.commands.doctor import _mark, examination
from bot.settings import Settings

BASE = Path(__file__).parents[1] / "authors" / "base"


def _said_of_pictures(settings: Settings) -> str:
    found = next(found for found in examination(settings, (), offline=True) if "图片卡片" in found.what)
    return f"{_mark(found)} {found.what} → {found.remedy}"


def test_without_a_font_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_card, "_PLACES", ())
    said = _said_of_pictures(Settings(BASE, tmp_path))
    assert said.startswith("· ")
    assert "apt-get install fonts-noto-cjk" in said


def test_a_font_that_is_none_is_amiss(tmp_path: Path) -> None:
    font = tmp_path / "hei.ttf"
    font.write_bytes(b"nothing")
    assert _said_of_pictures(Settings(BASE, tmp_path, card_font=font)).startswith("✗ ")


def test_a_folder_that_is_not_there_has_no_line(tmp_path: Path) -> None:
    settings = Settings(knowledge_dir=tmp_path / "nope", data_dir=tmp_path / "data")
    (told,) = [finding for finding in examination(settings, (), offline=True) if finding.what.startswith("知识")]
    assert not told.sound
    assert told.what == f"知识：{tmp_path / 'nope'}: 找不到知识文件夹"
    assert "BOT_KNOWLEDGE_DIR" in told.remedy
