"""``ask``: answer one question for a person or a program, or every line of the standard input for a program."""

from __future__ import annotations

import os
import stat
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from bot.commands.command import DONE, Command, Parser, UsageError, add_region
from bot.settings import Settings
from bot.streams import say

if TYPE_CHECKING:
    from bot.compiled.snapshot import Snapshot


def add_arguments(parser: Parser) -> None:
    """A question, or where questions come from, and how the answer is shown."""
    parser.arguments.add_argument("question", nargs="?", metavar="问题", help="一句话的问题")
    add_region(parser)
    parser.options.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
    parser.options.add_argument("--jsonl", action="store_true", help="从标准输入逐行读 JSON，逐行输出")


def run(arguments: Namespace, settings: Settings) -> int:
    """Answer what was asked."""
    if arguments.jsonl == (arguments.question is not None):
        raise UsageError("给出一个问题，或用 --jsonl 从标准输入读，二者选一")
    from bot.channels.jsonl import converse, dumps, reply_object
    from bot.channels.terminal.console import screen_for
    from bot.commands.answering_snapshot import known_region, ready_snapshot

    snapshot = ready_snapshot(settings)
    if arguments.jsonl:
        return _answer_stdin(snapshot)
    reply = converse([arguments.question], known_region(arguments.region, snapshot), snapshot, date.today())
    if arguments.json:
        say(dumps(reply_object(None, reply)))
    else:
        say(screen_for(sys.stdout, os.environ).reply(reply, numbered=False))
    return DONE


def _answer_stdin(snapshot: Snapshot) -> int:
    """Answer line by line, each as soon as it is read, so that another program can talk to this one."""
    from bot.channels.jsonl import answer_lines

    for answer in answer_lines(_watched(sys.stdin.buffer), snapshot, date.today()):
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    return DONE


def _watched(source: BinaryIO) -> Iterator[bytes]:
    """The input's lines, with a progress bar if that is visible and not in the way of the answers."""
    from tqdm import tqdm

    from bot.channels.jsonl import lines_of

    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from lines_of(source)
        return
    status = os.fstat(source.fileno())
    total = status.st_size if stat.S_ISREG(status.st_mode) else None
    with tqdm(total=total, desc="已读", unit="B", unit_scale=True, delay=1, leave=False) as bar:
        for line in lines_of(source):
            yield line
            bar.update(len(line))


COMMAND = Command("ask", "回答一个问题；或用 --jsonl 供程序调用", run, add_arguments)
