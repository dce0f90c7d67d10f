"""What was worked out once is read again, and only if nobody else could have written it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.keeping import content_store
from bot.keeping.content_store import kept

Numbers = NDArray[np.floating[Any]]

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid"), reason="nothing is kept where files have no owner")


class Counted:
    """Computes a new value each time and counts."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> list[int]:
        self.times += 1
        return [self.times]


@pytest.fixture
def compute() -> Counted:
    return Counted()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def only_file(store: Path) -> Path:
    (file,) = store.glob("*.kept")
    return file


def test_what_was_kept_is_not_computed_again(store: Path, compute: Counted) -> None:
    assert kept(store, "table", "words", compute) == kept(store, "table", "words", compute) == [1]


def test_other_content_or_another_name_is_computed(store: Path, compute: Counted) -> None:
    kept(store, "table", "words", compute)
    assert kept(store, "table", "other words", compute) == [2]
    assert kept(store, "index", "words", compute) == [3]


def test_what_does_not_hold_any_more_is_computed_and_kept_in_its_place(store: Path, compute: Counted) -> None:
    kept(store, "table", "words", compute)
    assert kept(store, "table", "words", compute, holds=lambda value: value != [1]) == [2]
    assert kept(store, "table", "words", compute) == [2]
    assert only_file(store).exists()


def test_other_code_is_another_key(store: Path, compute: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(store, "table", "words", compute)
    monkeypatch.setattr(content_store, "_code_digest", lambda _: "another program")
    assert kept(store, "table", "words", compute) == [2]


def test_code_that_has_no_part_in_it_changes_nothing(
    store: Path, compute: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, "table", "words", compute, made_by=("compiled",))
    digests = content_store._code_digest
    monkeypatch.setattr(content_store, "_code_digest", lambda rooms: "x" if "channels" in rooms else digests(rooms))
    assert kept(store, "table", "words", compute, made_by=("compiled",)) == [1]
    assert kept(store, "table", "words", compute, made_by=("compiled", "channels")) == [2]


def test_a_damaged_file_is_computed_anew_and_replaced(store: Path, compute: Counted) -> None:
    kept(store, "table", "words", compute)
    only_file(store).write_bytes(b"\x80\x05]no pickle")
    assert kept(store, "table", "words", compute) == [2]
    assert kept(store, "table", "words", compute) == [2]


@pytest.mark.parametrize("mode", [0o644, 0o620])
def test_a_file_open_to_others_is_not_read(store: Path, compute: Counted, mode: int) -> None:
    kept(store, "table", "words", compute)
    only_file(store).chmod(mode)
    assert kept(store, "table", "words", compute) == [2]


def test_somebody_else_s_file_is_not_read(
    store: Path, compute: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(store, "table", "words", compute)
    monkeypatch.setattr(content_store, "_is_private", lambda _: True)
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert kept(store, "table", "words", compute) == [2]


def test_a_link_is_not_followed(store: Path, compute: Counted) -> None:
    kept(store, "table", "words", compute)
    file = only_file(store)
    file.rename(store / "elsewhere")
    file.symlink_to(store / "elsewhere")
    assert kept(store, "table", "words", compute) == [2]


def test_in_a_folder_others_may_enter_nothing_is_read_or_written(store: Path, compute: Counted) -> None:
    kept(store, "table", "words", compute)
    store.chmod(0o755)
    assert kept(store, "table", "words", compute) == [2]
    assert kept(store, "table", "new words", compute) == [3]
    assert len(list(store.iterdir())) == 1


def test_the_folder_and_the_file_are_private(store: Path, compute: Counted) -> None:
    kept(store, "table", "words", compute)
    assert store.stat().st_mode & 0o777 == 0o700
    assert only_file(store).stat().st_mode & 0o777 == 0o600


def test_what_is_not_worth_keeping_is_not_kept(store: Path, compute: Counted) -> None:
    assert kept(store, "table", "words", compute, lambda value: value != [1]) == [1]
    assert kept(store, "table", "words", compute, lambda value: value != [1]) == [2]
    assert kept(store, "table", "words", compute) == [2]


def test_old_ones_make_room_those_of_another_name_stay(store: Path, compute: Counted) -> None:
    kept(store, "index", "words", compute)
    for content in "abcd":
        kept(store, "table", content, compute)
    assert len(list(store.glob("table-*"))) == 2
    assert len(list(store.glob("index-*"))) == 1


def test_without_a_folder_everything_is_computed(compute: Counted) -> None:
    assert [kept(None, "table", "words", compute) for _ in range(2)] == [[1], [2]]


def test_arrays_stay_in_the_file_until_they_are_looked_at(store: Path) -> None:
    def tables() -> list[Numbers]:
        return [np.arange(7, dtype=np.float32), np.zeros((0, 3)), np.arange(6.0).reshape(2, 3)]

    kept(store, "table", "words", tables)
    read = kept(store, "table", "words", tables)
    assert [table.tolist() for table in read] == [table.tolist() for table in tables()]
    assert not any(table.flags.owndata or table.flags.writeable for table in read if table.size)
