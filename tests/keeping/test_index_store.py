"""What is compiled is kept until content or compiling code changes; where nothing is kept, two processes compile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.compiled import snapshot as compiling
from bot.compiled.snapshot import contents_of
from bot.keeping import index_store
from bot.keeping.index_store import compile_snapshot
from bot.model.knowledge import Knowledge
from bot.reading.parse import load
from tests.authors.folders import BASE
from tests.test_rooms import ROOMS


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(BASE)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty private folder, on a machine of two processors, for content that counts as much."""
    monkeypatch.setattr(index_store, "_MANY", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    tmp_path.chmod(0o700)
    return tmp_path


def test_the_compiling_rooms_are_all_that_compiling_can_reach() -> None:
    """Rooms import leftwards only, so that no code outside them has a part in what is kept."""
    assert ROOMS[: ROOMS.index("compiled") + 1] == index_store._COMPILING


def test_at_a_cold_start_another_process_compiles_what_tells_of_distress(
    knowledge: Knowledge, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "build_care", lambda *_: pytest.fail("compiled here"))
    assert compile_snapshot(knowledge, store).care.kinds.keys() == {kind.id for kind in knowledge.care.kinds}
    assert {file.name.partition("-")[0] for file in store.iterdir()} == {"asked", "care", "language"}


def test_what_the_other_process_did_not_make_is_compiled_here(
    knowledge: Knowledge, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.keeping.care_beside._COMPILER", "bot.nowhere")
    assert compile_snapshot(knowledge, store).care.kinds.keys() == {kind.id for kind in knowledge.care.kinds}


def test_one_process_is_enough_for_little_one_processor_or_what_is_half_there(
    knowledge: Knowledge, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = contents_of(knowledge)
    assert index_store._worth_two(knowledge, contents, store)
    index_store.keep_care(knowledge, store)
    assert not index_store._worth_two(knowledge, contents, store)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert not index_store._worth_two(knowledge, contents, store / "empty")
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert index_store._worth_two(knowledge, contents, store / "empty")
    monkeypatch.setattr(index_store, "_MANY", 5_000)
    assert not index_store._worth_two(knowledge, contents, store / "empty")
