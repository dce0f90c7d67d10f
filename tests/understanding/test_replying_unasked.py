"""What is taken back in as few words as a reply, though nothing was asked."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from tests.conversations.script import Script, play


@pytest.mark.parametrize(
    ("before", "text", "verdict"),
    [
        ("我爱人月底去黄石支援", "她不去了", "ineligible"),
        ("我下周去武汉支援", "唉，走不成了", "ineligible"),
        ("我在武汉支援", "天天没去吃饭", "eligible"),
    ],
)
def test_what_was_told_is_taken_back(before: str, text: str, verdict: str, snapshot: Snapshot) -> None:
    turns = [{"say": before}, {"say": text}, {"say": "话费免不免", "verdict": verdict}]
    play(Script.model_validate({"name": "x", "persona": "x", "region": "guangdong", "turns": turns}), snapshot)
