"""Keyboard and screen: reads lines, writes text, and ends cleanly on Ctrl-C and Ctrl-D."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from bot.channels.terminal.screen import Screen
from bot.channels.terminal.terminal_chat import FAREWELL, Conversation

_PROMPT = "您："
_WIDEST = 80
_NARROWEST = 20
_LONGEST_LINE = 10_000


@dataclass(frozen=True, slots=True)
class Console:
    """Where lines come from and where text goes. ``read`` raises EOFError at the end of the input."""

    read: Callable[[], str]
    write: Callable[[str], None]


def talk(conversation: Conversation, console: Console, region: str | None = None) -> None:
    """Talk until the person leaves."""
    console.write(f"{conversation.opening(region)}\n\n")
    try:
        while (shown := conversation.take(console.read())) is not None:
            console.write(f"\n{shown}\n\n")
    except (EOFError, KeyboardInterrupt):
        console.write("\n")
    console.write(f"{FAREWELL}\n")


def open_console(stdin: TextIO, stdout: TextIO, suggestions: Callable[[], Sequence[str]]) -> Console:
    """A console on two streams; with line editing if both are a terminal, else what was read is shown.

    ``suggestions`` is what somebody may want to type next.
    """

    def write(text: str) -> None:
        stdout.write(text)
        stdout.flush()

    def read_piped() -> str:
        line = _line(stdin)
        if not line:
            raise EOFError
        write(f"{_PROMPT}{line.rstrip()}\n")
        return line

    if stdin.isatty() and stdout.isatty():
        from bot.channels.terminal.line_editor import line_reader  # a pipe has no use for it, and it takes time

        return Console(line_reader(_PROMPT, suggestions), write)
    return Console(read_piped, write)


def _line(stdin: TextIO) -> str:
    """The next line; of one without end only its beginning, more than anybody types and more than is listened to."""
    line = rest = stdin.readline(_LONGEST_LINE)
    while len(rest) == _LONGEST_LINE and not rest.endswith("\n"):
        rest = stdin.readline(_LONGEST_LINE)
    return line


def screen_for(stdout: TextIO, environ: Mapping[str, str]) -> Screen:
    """The layout that fits a stream: wrapped and styled for a terminal, neither for a pipe."""
    if not stdout.isatty():
        return Screen(columns=None)
    columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
    styled = "NO_COLOR" not in environ and environ.get("TERM") != "dumb"
    return Screen(columns, styled)
