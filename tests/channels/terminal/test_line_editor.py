"""Typing in a terminal: Chinese is edited by whole characters, a paste is one message, history and completion work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.channels.terminal.line_editor import Suggestions, line_reader

OFFERED = ("红桥区", "广东省", "/menu", "/my")


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """A keyboard."""
    with create_pipe_input() as pipe:
        yield pipe


def typed(keys: PipeInput, *lines: str) -> list[str]:
    """What is read when these keys are pressed, message by message."""
    read = line_reader("您：", lambda: OFFERED, source=keys, target=DummyOutput())
    messages = []
    for line in lines:
        keys.send_text(line)
        messages.append(read())
    return messages


def test_a_backspace_takes_a_whole_character(keys: PipeInput) -> None:
    assert typed(keys, "一天补多少钱\x7f\x7f\r") == ["一天补多"]


def test_the_last_message_comes_back(keys: PipeInput) -> None:
    assert typed(keys, "一天补多少\r", "\x1b[A呢\r") == ["一天补多少", "一天补多少呢"]


def test_several_pasted_lines_are_one_message(keys: PipeInput) -> None:
    assert typed(keys, "\x1b[200~我是护士\r\n在红桥\n\x1b[201~怎么补\r") == ["我是护士 在红桥怎么补"]


def test_the_end_of_the_input_and_an_interruption_are_told(keys: PipeInput) -> None:
    with pytest.raises(EOFError):
        typed(keys, "\x04")
    with pytest.raises(KeyboardInterrupt):
        typed(keys, "半句\x03")


@pytest.mark.parametrize(
    ("text", "asked", "offered"),
    [
        ("/m", False, ["/menu", "/my"]),
        ("红", False, ["红桥区"]),
        ("", True, ["红桥区", "广东省"]),
        ("", False, []),
        ("一天", False, []),
        ("/my", False, []),
    ],
)
def test_what_is_typed_is_completed(text: str, asked: bool, offered: list[str]) -> None:
    event = CompleteEvent(completion_requested=asked, text_inserted=not asked)
    found = Suggestions(lambda: OFFERED).get_completions(Document(text), event)
    assert [completion.text for completion in found] == offered
