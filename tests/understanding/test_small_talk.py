"""Commands in words, with polite openings and particles."""

from __future__ import annotations

import pytest

from bot.understanding.intents import Command
from tests.understanding.conftest import Mean


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("好的，忘了我吧", "forget"), ("不好意思，忘了我", "forget"), ("请问为什么这么答", "why"), ("怎么改地区啊", "region"),
        ("麻烦换个地区", "region"), ("好的，看看我的情况", "facts"), ("那重来吧", "restart"),
    ],
)  # fmt: skip
def test_commands_are_found_behind_openings(text: str, command: str, mean: Mean) -> None:
    assert mean(text) == Command(command)


@pytest.mark.parametrize("text", ["算了，一天补多少", "取消，工伤找谁", "再见，心理热线多少", "好，意外险保多少"])
def test_no_command_eats_a_question(text: str, mean: Mean) -> None:
    assert type(mean(text)).__name__ == "Ask"
