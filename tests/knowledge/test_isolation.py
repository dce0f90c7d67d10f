"""Regions that are added change no reply to anybody whose region is another. Every third script: the suite has to stay short."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.foreign_regions import NAMED, with_foreign_regions
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.keeping.index_store import compile_snapshot
from bot.model.session import Session
from bot.reading.parse import load
from bot.settings import shipped_knowledge
from tests.conversations.script import TODAY, Script, chosen, read_scripts

SCRIPTS = {
    name: script
    for name, script in read_scripts(Path(__file__).parents[1] / "conversations")
    if script.region is not None and not any(name in (turn.say or "") for turn in script.turns for name in NAMED)
}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, compiled_cache: Path, snapshot: Snapshot) -> Snapshot:
    """The shipped knowledge beside three other regions."""
    folder = tmp_path_factory.mktemp("crowded") / "knowledge"
    shutil.copytree(shipped_knowledge(), folder)
    with_foreign_regions(folder)
    crowded = compile_snapshot(load(folder), compiled_cache)
    assert crowded.index.phrasings == snapshot.index.phrasings
    return crowded


def told(script: Script, snapshot: Snapshot) -> Iterator[tuple[str, list[str]]]:
    """Every reply of a script with its buttons, up to where somebody moves, or may choose another region."""
    session, today = Session(region=script.region), TODAY
    for turn in script.turns:
        today = turn.day or today
        option = chosen(turn.tap, session.options) if turn.tap is not None else None
        action = option.action if option else turn.action
        reply, session = respond(Message(turn.say or "", action), session, snapshot, today)
        if session.region != script.region or any(option.action.startswith("region:") for option in reply.options):
            return
        yield reply.text, [option.label for option in reply.options]


@pytest.mark.parametrize("name", list(SCRIPTS)[::3])
def test_no_reply_changes(name: str, snapshot: Snapshot, crowded: Snapshot) -> None:
    assert list(told(SCRIPTS[name], crowded)) == list(told(SCRIPTS[name], snapshot))
