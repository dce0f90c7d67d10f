"""The second process does what it was told in its input."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest

from bot.compiled.snapshot import contents_of
from bot.keeping.care_compiler import main
from bot.keeping.content_store import is_kept
from bot.keeping.index_store import _COMPILING
from bot.reading.parse import load
from tests.authors.folders import BASE


def test_it_keeps_what_tells_of_distress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = load(BASE)
    tmp_path.chmod(0o700)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pickle.dumps(knowledge))))
    assert main([str(tmp_path)]) == 0
    assert is_kept(tmp_path, "care", contents_of(knowledge).care, _COMPILING)
