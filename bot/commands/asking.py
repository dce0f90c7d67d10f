"""The commands of those who ask: chat, ask, why, bench."""

from __future__ import annotations

import os
import stat
import sys
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import BinaryIO

from bot.bench import measure, read_questions
from bot.channels.jsonl import answer_lines, converse, dumps, reply_object
from bot.channels.terminal.console import open_console, screen_for, talk
from bot.channels.terminal.conversation import Conversation, explained
from bot.commands.ready import DONE, UsageError, ready_snapshot
from bot.dialogue.snapshot import Snapshot
from bot.language.segment import plain_cut
from bot.progress import Progress
from bot.settings import Settings
from bot.streams import say


def chat(arguments: Namespace, settings: Settings) -> int:
    """Talk in the terminal until the person leaves."""
    with _notice("正在准备，几秒钟……"):
        snapshot = ready_snapshot(settings)
    region = _region(arguments.region, snapshot)
    conversation = Conversation(lambda: snapshot, date.today, screen_for(sys.stdout, os.environ))
    talk(conversation, open_console(sys.stdin, sys.stdout), region)
    return DONE


def ask(arguments: Namespace, settings: Settings) -> int:
    """Answer one question for a person or a program, or every line of the standard input for a program."""
    if arguments.jsonl == (arguments.question is not None):
        raise UsageError("给出一个问题，或用 --jsonl 从标准输入读，二者选一")
    snapshot = ready_snapshot(settings)
    if arguments.jsonl:
        return _answer_stdin(snapshot)
    region = _region(arguments.region, snapshot)
    reply = converse([arguments.question], region, snapshot, date.today())
    if arguments.json:
        say(dumps(reply_object(None, reply)))
    else:
        say(screen_for(sys.stdout, os.environ).reply(reply, numbered=False))
    return DONE


def why(arguments: Namespace, settings: Settings) -> int:
    """Answer one question and say how the answer came about."""
    snapshot = ready_snapshot(settings)
    region = _region(arguments.region, snapshot)
    reply = converse([arguments.question], region, snapshot, date.today())
    screen = screen_for(sys.stdout, os.environ)
    say(f"{screen.reply(reply, numbered=False)}\n\n{screen.text(explained(reply.trace))}")
    return DONE


def bench(arguments: Namespace, settings: Settings) -> int:
    """Time whole answers against segmentation alone."""
    try:
        with arguments.questions.open("rb") as lines:
            questions = read_questions(lines)
    except OSError as error:
        raise UsageError(f"打不开 {arguments.questions}：{error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{arguments.questions}：{error}") from error
    snapshot = ready_snapshot(settings)
    cut = plain_cut()
    say(str(measure(questions, snapshot, cut, time.perf_counter, date.today())))
    return DONE


def _answer_stdin(snapshot: Snapshot) -> int:
    """Answer line by line, each as soon as it is read, so that another program can talk to this one."""
    for answer in answer_lines(_watched(sys.stdin.buffer), snapshot, date.today()):
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    return DONE


def _watched(source: BinaryIO) -> Iterable[bytes]:
    """The input's lines, with a progress bar if that is visible and not in the way of the answers."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return source
    status = os.fstat(source.fileno())
    total = status.st_size if stat.S_ISREG(status.st_mode) else None
    return Progress(sys.stderr, time.monotonic, total).over(source)


def _region(wanted: str | None, snapshot: Snapshot) -> str | None:
    known = snapshot.knowledge.region_by_id
    if wanted is not None and wanted not in known:
        raise UsageError(f"没有地区“{wanted}”；可用：{'、'.join(known)}")
    return wanted


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
