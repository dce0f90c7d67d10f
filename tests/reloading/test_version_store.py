"""A version is a private copy; what an earlier one has with the same content is not copied again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reloading.version_store import VersionStore, files_of
from bot.teaching.overlay import Overlay


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "data")


def staged(store: VersionStore, folder: Path, like: Path | None = None) -> Path:
    return files_of(store.stage(folder, Overlay(), like))


def test_what_did_not_change_is_one_file_in_both(store: VersionStore, folder: Path) -> None:
    contacts, region = Path("regions/yi/contacts.yaml"), Path("regions/jia/region.yaml")
    before = staged(store, folder)
    (folder / contacts).write_text((folder / contacts).read_text("utf-8") + "# \n", "utf-8")
    after = staged(store, folder, before)
    assert (after / region).samefile(before / region)
    assert (after / contacts).read_bytes() == (folder / contacts).read_bytes()
    assert not (after / contacts).samefile(before / contacts)


@pytest.mark.parametrize("name", ["ja-40.yml", "ja-40.yaml~.yml", "~ja-40.yaml"])
def test_a_misnamed_file_comes_and_goes_with_the_authors_folder(store: VersionStore, folder: Path, name: str) -> None:
    """No digest tells of it, and it is told all the same."""
    misnamed = Path("regions/jia/measures") / name
    before = staged(store, folder)
    (folder / misnamed).write_text("id: ja-40\n", "utf-8")
    with_it = staged(store, folder, before)
    assert (with_it / misnamed).is_file()
    (folder / misnamed).unlink()
    assert not (staged(store, folder, with_it) / misnamed).exists()
