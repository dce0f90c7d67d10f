"""A second process keeps what tells of distress; whatever becomes of it, the bot starts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.keeping.care_beside import CareBeside
from bot.model.knowledge import Knowledge
from bot.reading.parse import load
from tests.authors.folders import BASE


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(BASE)


def test_what_it_made_lies_in_the_folder(knowledge: Knowledge, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    with CareBeside(knowledge, tmp_path) as beside:
        beside.wait()
    assert [file.name.partition("-")[0] for file in tmp_path.iterdir()] == ["care"]


def test_one_that_cannot_be_started_is_no_error(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with CareBeside(knowledge, tmp_path) as beside:
        beside.wait()
    assert not list(tmp_path.iterdir())


def test_it_does_not_outlive_who_started_it(knowledge: Knowledge, tmp_path: Path) -> None:
    beside = CareBeside(knowledge, tmp_path)
    with pytest.raises(RuntimeError), beside:
        raise RuntimeError
    assert beside._process is not None
    assert beside._process.returncode is not None
