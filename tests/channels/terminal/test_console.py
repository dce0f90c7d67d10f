"""Keyboard and screen: piped input, the end of input, Ctrl-C."""

from __future__ import annotations

import io
from datetime import date

import pytest

from bot.channels.terminal.console import Console, open_console, screen_for, talk
from bot.channels.terminal.screen import Screen
from bot.channels.terminal.terminal_chat import FAREWELL, Conversation
from bot.compiled.snapshot import Snapshot


@pytest.fixture
def conversation(snapshot: Snapshot) -> Conversation:
    """A conversation not yet begun."""
    return Conversation(lambda: snapshot, lambda: date(2026, 3, 1), Screen())


class _Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_piped_conversation_shows_what_was_said(conversation: Conversation) -> None:
    out = io.StringIO()
    talk(conversation, open_console(io.StringIO("你好\n/quit\n"), out, tuple))
    shown = out.getvalue()
    assert "您：你好\n" in shown
    assert shown.endswith(f"{FAREWELL}\n")


def test_the_end_of_the_input_is_a_farewell(conversation: Conversation) -> None:
    out = io.StringIO()
    talk(conversation, open_console(io.StringIO("你好"), out, tuple))
    assert out.getvalue().endswith(f"\n{FAREWELL}\n")


def test_ctrl_c_is_a_farewell(conversation: Conversation) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    shown: list[str] = []
    talk(conversation, Console(interrupted, shown.append))
    assert shown[-1] == f"{FAREWELL}\n"


def test_a_terminal_is_wrapped_and_styled_a_pipe_is_neither() -> None:
    assert screen_for(io.StringIO(), {}) == Screen(columns=None)
    terminal = screen_for(_Terminal(), {"TERM": "xterm"})
    assert terminal.styled
    assert terminal.columns is not None
    assert terminal.columns <= 80


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_styles_can_be_switched_off(environ: dict[str, str]) -> None:
    assert not screen_for(_Terminal(), environ).styled


def test_a_line_without_end_is_one_message_and_little_of_it_is_kept() -> None:
    console = open_console(io.StringIO("补" * 50_000 + "\n你好\n"), io.StringIO(), tuple)
    assert len(console.read()) == 10_000
    assert console.read() == "你好\n"
