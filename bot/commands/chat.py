"""``chat``: talk in the terminal. The command when none is named."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from bot.commands.command import DONE, Command, add_region
from bot.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """Talk in the terminal until the person leaves."""
    with _notice("正在准备：平时几秒钟，第一次要一两分钟……"):
        from bot.channels.terminal.console import open_console, screen_for, talk
        from bot.channels.terminal.terminal_chat import Conversation
        from bot.commands import answering_snapshot

        snapshot = answering_snapshot.ready_snapshot(settings)
    region = answering_snapshot.known_region(arguments.region, snapshot)
    conversation = Conversation(lambda: snapshot, date.today, screen_for(sys.stdout, os.environ))
    talk(conversation, open_console(sys.stdin, sys.stdout, conversation.suggestions), region)
    return DONE


@contextmanager
def _notice(text: str) -> Iterator[None]:
    """Show a line on a terminal while something takes its time."""
    shown = sys.stderr.isatty()
    if shown:
        sys.stderr.write(text)
        sys.stderr.flush()
    try:
        yield
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


COMMAND = Command("chat", "在终端里聊天", run, add_region)
