"""Whole conversations, as written in the YAML files beside this one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.compiled.snapshot import Snapshot
from tests.conversations.script import AstrayError, Script, play, read_scripts

SCRIPTS = dict(read_scripts(Path(__file__).parent))
FEWEST = 45


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_conversation(script: Script, snapshot: Snapshot) -> None:
    told = astray(script, snapshot)
    if told is not None:
        pytest.fail(told, pytrace=False)


def astray(script: Script, snapshot: Snapshot) -> str | None:
    """Where the conversation went astray, with its transcript; None if it went as written."""
    try:
        play(script, snapshot)
    except AstrayError as error:
        return str(error)
    return None


def test_there_are_enough_conversations() -> None:
    assert len(SCRIPTS) >= FEWEST


def test_a_failure_shows_the_transcript_and_the_step(snapshot: Snapshot) -> None:
    script = Script.model_validate(
        {
            "name": "wrong",
            "persona": "测试",
            "region": "hongqiao",
            "turns": [{"say": "你好"}, {"say": "一天补多少", "amount": 1}],
        }
    )
    told = astray(script, snapshot) or ""
    assert "1> 你好" in told
    assert "第 2 步：金额应当是 1，结果是 None" in told


def test_a_tap_on_an_option_that_is_not_offered_is_told(snapshot: Snapshot) -> None:
    script = Script.model_validate({"name": "tap", "persona": "测试", "turns": [{"tap": "没有的"}]})
    assert "没有这个选项" in (astray(script, snapshot) or "")
