"""``why``: answer one question and say how the answer came about."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from datetime import date

from bot.commands.command import DONE, Command, Parser, add_region
from bot.settings import Settings
from bot.streams import say


def add_arguments(parser: Parser) -> None:
    """The question."""
    parser.arguments.add_argument("question", metavar="问题", help="一句话的问题")
    add_region(parser)


def run(arguments: Namespace, settings: Settings) -> int:
    """Answer one question and say how the answer came about."""
    from bot.channels.jsonl import converse
    from bot.channels.terminal.console import screen_for
    from bot.channels.terminal.terminal_chat import explained
    from bot.commands.answering_snapshot import known_region, ready_snapshot

    snapshot = ready_snapshot(settings)
    reply = converse([arguments.question], known_region(arguments.region, snapshot), snapshot, date.today())
    screen = screen_for(sys.stdout, os.environ)
    say(f"{screen.reply(reply, numbered=False)}\n\n{screen.text(explained(reply.trace))}")
    return DONE


COMMAND = Command("why", "回答一个问题，并说明依据", run, add_arguments)
