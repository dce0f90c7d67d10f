"""A big folder is made ready by a process of its own; a small one is not worth it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reloading import candidate, first_start
from bot.reloading.candidate import examine_at_start, is_start_kept
from bot.reloading.first_start import prepare_start
from bot.teaching.overlay import Overlay


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> tuple[Path, Overlay, Path, Path]:
    """What a start is told: folder, what was taught, where that lies, and where it may keep what it computed."""
    return folder, Overlay(), tmp_path / "taught.json", tmp_path / "cache"


def test_what_another_process_made_ready_is_read(
    place: tuple[Path, Overlay, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_start, "_BIG", 1)
    prepare_start(*place)
    assert is_start_kept(*place)
    monkeypatch.setattr(candidate, "survey_folder", lambda *_: pytest.fail("it was read and compiled here"))
    assert examine_at_start(*place).loaded is not None
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("it was ready already"))
    prepare_start(*place)


def test_what_was_taught_is_what_the_start_goes_by_and_not_what_lies_in_the_file(
    place: tuple[Path, Overlay, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _, taught_file, cache_dir = place
    taught = Overlay().with_phrasing("hotline", "有没有能说说话的电话", "2026-03-01")
    monkeypatch.setattr(first_start, "_BIG", 1)
    prepare_start(folder, taught, taught_file, cache_dir)
    assert is_start_kept(folder, taught, taught_file, cache_dir)
    assert not is_start_kept(*place)


def test_a_small_folder_starts_no_process(
    place: tuple[Path, Overlay, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("a process was started"))
    prepare_start(*place)
    assert not is_start_kept(*place)


def test_where_nothing_can_be_kept_nothing_is_prepared(
    place: tuple[Path, Overlay, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_start, "_BIG", 1)
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("a process was started"))
    place[-1].mkdir(mode=0o777)
    place[-1].chmod(0o777)
    prepare_start(*place)
