"""A folder's parts have digests of their own, and a part that lies there as it did is not read again."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bot.keeping import folder_digests
from bot.keeping.folder_digests import SHARED, part_digests, part_of, parts_of, remember_digests

_LONG_AGO = 1_500_000_000


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """And every file has lain there for a while."""
    monkeypatch.setattr(folder_digests, "_known", {})
    monkeypatch.setattr(folder_digests, "_kept_in", {})
    later = time.time_ns() + 3600 * 10**9
    monkeypatch.setattr("time.time_ns", lambda: later)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "knowledge"
    for name in ("facts.yaml", "topics/one.yaml", "regions/jia/region.yaml", "regions/jia/measures/m.yaml", "regions/yi/region.yaml"):
        write(made / name, name)
    return made


def write(file: Path, text: str, at: int = _LONG_AGO) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    os.utime(file, (at, at))


def test_a_change_shows_in_its_part_alone(folder: Path) -> None:
    before = part_digests(folder)
    assert set(before) == {SHARED, "jia", "yi"}
    write(folder / "regions" / "jia" / "measures" / "m.yaml", "other", _LONG_AGO + 1)
    after = part_digests(folder)
    assert {name for name in before if before[name] != after[name]} == {"jia"}


@pytest.mark.parametrize("text", ["[]", "3", "{"])
def test_what_is_no_memory_counts_as_none(folder: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "cache").mkdir(mode=0o700)
    (tmp_path / "cache" / "digests.json").write_text(text, "utf-8")
    remember_digests(tmp_path / "cache")
    assert set(part_digests(folder)) == {SHARED, "jia", "yi"}


def test_a_file_is_told_by_the_digest_of_its_part_or_by_none(folder: Path) -> None:
    inside = ("facts.yaml", "regions/loose.yaml", "regions/jia/region.yaml", "regions/jia/measures/m.yaml")
    assert [part_of(Path(name)) for name in inside] == [SHARED, "regions/", "jia", "jia"]
    assert {part_of(Path(name)) for name in ("regions/jia/m.yml", "regions/jia/.m.yaml", "regions/~jia/m.yaml")} == {None}


def test_a_file_more_or_under_another_name_shows(folder: Path) -> None:
    before = part_digests(folder)
    (folder / "topics" / "one.yaml").rename(folder / "topics" / "two.yaml")
    write(folder / "regions" / "loose.yaml", "loose")
    after = part_digests(folder)
    assert before[SHARED] != after[SHARED]
    assert set(after) - set(before) == {"regions/"}


def test_what_editors_leave_behind_does_not_show(folder: Path) -> None:
    before = part_digests(folder)
    for name in ("regions/jia/.#region.yaml", ".git/x.yaml", "regions/~yi/region.yaml", "regions/jia/notes.txt"):
        write(folder / name, "left behind")
    assert part_digests(folder) == before


def test_what_no_digest_covers_is_named_and_changes_the_key_alone(folder: Path) -> None:
    before = parts_of(folder)
    for name in ("regions/jia/.#region.yaml", "regions/jia/x.yml", "regions/.yi/x.yaml", "topics/X.YAML", "regions/jia/notes.txt"):
        write(folder / name, "odd")
    after = parts_of(folder)
    assert {name: part.odd for name, part in after.items()} == {
        SHARED: ("topics/X.YAML", "regions/.yi/x.yaml"), "jia": ("regions/jia/.#region.yaml", "regions/jia/x.yml"), "yi": (),
    }  # fmt: skip
    assert {name: part.digest for name, part in after.items()} == {name: part.digest for name, part in before.items()}
    assert {name for name in before if before[name].key != after[name].key} == {SHARED, "jia"}


def test_what_lies_there_as_it_did_is_not_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember_digests(tmp_path / "cache")
    before = part_digests(folder)
    monkeypatch.setattr(folder_digests, "_known", {})
    remember_digests(tmp_path / "cache")
    monkeypatch.setattr(folder_digests, "_digest", lambda *_: pytest.fail("a file was read"))
    assert part_digests(folder) == before


def test_of_a_file_that_may_still_change_nothing_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second change within the clock's grain would leave its time as it was."""
    file = folder / "facts.yaml"
    now = file.stat().st_ctime_ns + 1
    monkeypatch.setattr("time.time_ns", lambda: now)
    before = part_digests(folder)
    status = file.stat()
    file.write_text("facts.yamL", "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert part_digests(folder) != before


def test_a_file_put_in_anothers_place_with_its_time_and_size_shows(folder: Path) -> None:
    before = part_digests(folder)
    file = folder / "facts.yaml"
    old = file.stat()
    file.write_text("facts.yamL", "utf-8")
    while file.stat().st_ctime_ns == old.st_ctime_ns:  # the clock's grain
        os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert file.stat().st_ino == old.st_ino
    assert part_digests(folder) != before


def test_a_broken_memory_is_none(folder: Path, tmp_path: Path) -> None:
    remember_digests(tmp_path / "cache")
    before = part_digests(folder)
    (tmp_path / "cache" / "digests.json").write_text("{", "utf-8")
    remember_digests(tmp_path / "cache")
    assert part_digests(folder) == before


def test_a_folder_that_is_not_there_has_an_empty_part(tmp_path: Path) -> None:
    assert set(part_digests(tmp_path / "none")) == {SHARED}


def test_a_link_that_leads_out_of_the_folder_is_no_file_with_the_same_content(folder: Path, tmp_path: Path) -> None:
    """What was read of the one says nothing of the other: nobody reads what lies elsewhere."""
    before = part_digests(folder)[SHARED]
    file = folder / "facts.yaml"
    elsewhere = file.rename(tmp_path / "facts.yaml")
    file.symlink_to(elsewhere)
    assert part_digests(folder)[SHARED] != before
    inside = Path(elsewhere.rename(folder / "facts.txt"))
    file.unlink()
    file.symlink_to(inside)
    folder_digests._known.clear()  # to the link the file is the same wherever it lies
    assert part_digests(folder)[SHARED] == before
