"""A version is a private copy; what an earlier one has with the same content is not copied again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks.all_checks import check_knowledge
from bot.checks.many_regions import survey
from bot.reading.parse import read_folder, region_folders
from bot.reloading import version_store
from bot.reloading.candidate import content_digest
from bot.reloading.version_store import VersionRecord, VersionStore, files_of, parcel_of
from bot.teaching.overlay import Overlay
from tests.authors.folders import add_third_region


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "data")


def staged(store: VersionStore, folder: Path) -> Path:
    return files_of(store.stage(folder, Overlay()))


def test_what_did_not_change_is_one_file_in_both(store: VersionStore, folder: Path) -> None:
    contacts, region = Path("regions/yi/contacts.yaml"), Path("regions/jia/region.yaml")
    before = staged(store, folder)
    (folder / contacts).write_text((folder / contacts).read_text("utf-8") + "# \n", "utf-8")
    after = staged(store, folder)
    assert (after / region).samefile(before / region)
    assert (after / contacts).read_bytes() == (folder / contacts).read_bytes()
    assert not (after / contacts).samefile(before / contacts)


@pytest.mark.parametrize("name", ["ja-40.yml", "ja-40.yaml~.yml", "~ja-40.yaml"])
def test_a_misnamed_file_comes_and_goes_with_the_authors_folder(store: VersionStore, folder: Path, name: str) -> None:
    """No digest tells of it, and it is told all the same."""
    misnamed = Path("regions/jia/measures") / name
    staged(store, folder)
    (folder / misnamed).write_text("id: ja-40\n", "utf-8")
    with_it = staged(store, folder)
    assert (with_it / misnamed).is_file()
    (folder / misnamed).unlink()
    assert not (staged(store, folder) / misnamed).exists()


def test_a_version_has_links_to_regions_and_reads_as_the_folder_it_is_a_copy_of(store: VersionStore, folder: Path, tmp_path: Path) -> None:
    before = files_of(store.stage(folder, Overlay()))
    assert all(path.is_symlink() for path in (before / "regions").iterdir())
    assert content_digest(before, Overlay()) == content_digest(folder, Overlay())
    assert [path.name for path in region_folders(before)] == [path.name for path in region_folders(folder)]
    read, kept = read_folder(folder), read_folder(before)
    assert (kept.knowledge, kept.problems) == (read.knowledge, [])
    assert survey(before, tmp_path / "cache").problems == ()
    assert check_knowledge(kept) == []


def test_what_is_added_renamed_and_removed_is_so_in_the_next_version(store: VersionStore, folder: Path) -> None:
    first = staged(store, folder)
    add_third_region(folder)
    (folder / "regions" / "yi").rename(folder / "regions" / "ding")
    second = staged(store, folder)
    assert (names(first), names(second)) == (["jia", "yi"], ["bing", "ding", "jia"])
    shutil.rmtree(folder / "regions" / "ding")
    assert names(staged(store, folder)) == ["bing", "jia"]


def names(files: Path) -> list[str]:
    return sorted(path.name for path in (files / "regions").iterdir() if (path / "region.yaml").is_file())


def test_what_only_a_version_that_goes_had_goes_with_it(store: VersionStore, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "data" / "regions" / "yi"
    store.keep(store.stage(folder, Overlay()), "first")
    contacts = folder / "regions/yi/contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8") + "# \n", "utf-8")
    store.keep(store.stage(folder, Overlay()), "second")
    store.record(VersionRecord("second", "first"))
    assert len(list(kept.iterdir())) == 2
    store.record(VersionRecord("second"))
    assert [path.resolve() for path in kept.iterdir()] == [(tmp_path / "data/knowledge/second/files/regions/yi").resolve()]
    assert names(tmp_path / "data/knowledge/second/files") == ["jia", "yi"]


def test_a_copy_that_is_not_wanted_takes_along_what_was_new_in_it(store: VersionStore, folder: Path, tmp_path: Path) -> None:
    store.keep(store.stage(folder, Overlay()), "first")
    before = sorted((tmp_path / "data" / "regions").rglob("*"))
    add_third_region(folder)
    store.drop(store.stage(folder, Overlay()))
    assert sorted((tmp_path / "data" / "regions").rglob("*")) == before


@pytest.mark.parametrize("killed_in", ["copyfile", "write_overlay", "rmtree"])
def test_what_a_killed_reload_left_of_regions_goes_at_the_next_start(
    store: VersionStore, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_in: str
) -> None:
    """Before anything is copied, when all is, and while it is removed again; what is live stays whole."""
    store.keep(store.stage(folder, Overlay()), "first")
    store.record(VersionRecord("first"))
    before = sorted((tmp_path / "data" / "regions").rglob("*"))
    add_third_region(folder)
    monkeypatch.setattr(version_store if killed_in == "write_overlay" else shutil, killed_in, _killed)
    with pytest.raises(KeyboardInterrupt):
        store.drop(store.stage(folder, Overlay()))
    monkeypatch.undo()
    again = VersionStore(tmp_path / "data")
    again.drop_leftovers()
    assert sorted((tmp_path / "data" / "regions").rglob("*")) == before
    assert names(tmp_path / "data/knowledge/first/files") == ["jia", "yi"]


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_where_there_can_be_no_links_each_version_has_its_own_copies(
    store: VersionStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "symlink_to", refused)
    for _ in range(2):
        made = staged(store, folder)
        assert not any(path.is_symlink() for path in (made / "regions").iterdir())
        assert content_digest(made, Overlay()) == content_digest(folder, Overlay())


def test_a_parcel_holds_what_the_links_of_a_version_lead_to(store: VersionStore, folder: Path, tmp_path: Path) -> None:
    made = store.stage(folder, Overlay())
    received = VersionStore(tmp_path / "other").unpack(parcel_of(made, Overlay(), "first"))
    assert content_digest(files_of(received), Overlay()) == content_digest(folder, Overlay())
    assert read_folder(files_of(received)).knowledge == read_folder(folder).knowledge


def test_a_version_of_which_a_region_was_changed_is_not_whole(store: VersionStore, folder: Path, tmp_path: Path) -> None:
    store.keep(store.stage(folder, Overlay()), "first")
    contacts = folder / "regions/yi/contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8") + "# \n", "utf-8")
    store.keep(store.stage(folder, Overlay()), "second")
    assert store.is_whole("first", "second")
    (tmp_path / "data/knowledge/first/files/regions/yi/contacts.yaml").write_text("[]\n", "utf-8")
    assert not store.is_whole("first", "second")


def test_an_authors_link_is_no_region_of_a_version(store: VersionStore, folder: Path, tmp_path: Path) -> None:
    (folder / "regions" / "yi").rename(tmp_path / "yi")
    (folder / "regions" / "yi").symlink_to(tmp_path / "yi")
    assert names(staged(store, folder)) == ["jia"]
