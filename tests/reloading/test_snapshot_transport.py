"""A snapshot that travels in pieces answers as the one that was packed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from bot.reading.parse import load
from bot.reloading import snapshot_transport
from bot.reloading.snapshot_transport import pack, read_header, unpack

TODAY = date(2020, 3, 1)


@pytest.fixture
def small(folder: Path) -> Snapshot:
    return build_snapshot(load(folder))


def text(snapshot: Snapshot, question: str) -> str:
    return respond(Message(question), Session(region="jia"), snapshot, TODAY)[0].text


@pytest.mark.parametrize("keep_language", [True, False])
def test_it_answers_as_before(small: Snapshot, tmp_path: Path, keep_language: bool) -> None:
    file = tmp_path / "file"
    pack(small, {"digest": "abc"}, file, keep_language=keep_language)
    again = unpack(file, small.language if keep_language else None, lambda _: None)
    assert read_header(file) == {"digest": "abc"}
    assert (again.language is small.language) == keep_language
    for question in ("补助一天多少", "在病房干了20天，补助一共多少", "孩子上学能优先吗", "明天下雨吗"):
        assert text(again, question) == text(small, question)


def test_a_tokenizer_that_travelled_knows_its_words_and_no_others(small: Snapshot, tmp_path: Path) -> None:
    file = tmp_path / "file"
    pack(small, None, file, keep_language=False)
    again = unpack(file, None, lambda _: None)
    assert again.language.analyse("隔离病房的津贴").tokens == small.language.analyse("隔离病房的津贴").tokens


def test_others_get_a_turn_between_many_small_pieces(
    small: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_transport, "_SLICE", 1_000)
    file = tmp_path / "file"
    pauses: list[float] = []
    pack(small, None, file, keep_language=False)
    unpack(file, None, pauses.append)
    assert len(pauses) > 20
