"""What each command does: takes the parsed arguments and the settings, returns the exit code."""

from __future__ import annotations

import os
import stat
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from bot.bench import measure, read_questions
from bot.channels.jsonl import answer_lines, converse, dumps, reply_object
from bot.channels.terminal.console import open_console, screen_for, talk
from bot.channels.terminal.conversation import Conversation, explained
from bot.dialogue.snapshot import Snapshot, build_snapshot
from bot.language.segment import plain_cut
from bot.loading.checks.run import check_knowledge, is_answerable, run_check
from bot.loading.overlay import apply_overlay, overlay_file, read_overlay, run_taught
from bot.loading.parse import read_folder
from bot.loading.problem import KnowledgeError
from bot.progress import Progress
from bot.settings import Settings, SettingsError, private_folder
from bot.streams import complain, say

OK, UNUSABLE = 0, 2


class UsageError(Exception):
    """A command cannot be carried out as it was given; the message says why, in Chinese."""


def chat(arguments: Namespace, settings: Settings) -> int:
    """Talk in the terminal until the person leaves."""
    with _notice("正在准备，几秒钟……"):
        snapshot = _snapshot(settings)
    region = _region(arguments.region, snapshot)
    conversation = Conversation(lambda: snapshot, date.today, screen_for(sys.stdout, os.environ))
    talk(conversation, open_console(sys.stdin, sys.stdout), region)
    return OK


def ask(arguments: Namespace, settings: Settings) -> int:
    """Answer one question for a person or a program, or every line of the standard input for a program."""
    if arguments.jsonl == (arguments.question is not None):
        raise UsageError("给出一个问题，或用 --jsonl 从标准输入读，二者选一")
    snapshot = _snapshot(settings)
    if arguments.jsonl:
        return _answer_stdin(snapshot)
    region = _region(arguments.region, snapshot)
    reply = converse([arguments.question], region, snapshot, date.today())
    if arguments.json:
        say(dumps(reply_object(None, reply)))
    else:
        say(screen_for(sys.stdout, os.environ).reply(reply, numbered=False))
    return OK


def why(arguments: Namespace, settings: Settings) -> int:
    """Answer one question and say how the answer came about."""
    snapshot = _snapshot(settings)
    region = _region(arguments.region, snapshot)
    reply = converse([arguments.question], region, snapshot, date.today())
    screen = screen_for(sys.stdout, os.environ)
    say(f"{screen.reply(reply, numbered=False)}\n\n{screen.text(explained(reply.trace))}")
    return OK


def bench(arguments: Namespace, settings: Settings) -> int:
    """Time whole answers against segmentation alone."""
    try:
        with arguments.questions.open("rb") as lines:
            questions = read_questions(lines)
    except OSError as error:
        raise UsageError(f"打不开 {arguments.questions}：{error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{arguments.questions}：{error}") from error
    snapshot = _snapshot(settings)
    cut = plain_cut()
    say(str(measure(questions, snapshot, cut, time.perf_counter, date.today())))
    return OK


def telegram(_: Namespace, settings: Settings) -> int:
    """Run the Telegram bot until it is told to stop."""
    from bot.channels.telegram.run import Options, run
    from bot.loading.opening import open_knowledge
    from bot.storage.database import Database

    data_dir = private_folder(settings.data_dir)
    holder = open_knowledge(settings.knowledge_dir, data_dir, now=lambda: datetime.now().astimezone())
    background = (holder.watch,) if settings.reload_on_change else ()
    return run(settings, lambda: holder.snapshot, Database.in_folder(data_dir), Options(background=background))


def check(arguments: Namespace, settings: Settings) -> int:
    """Report everything that is wrong in a knowledge folder."""
    folder = arguments.folder or settings.knowledge_dir
    return run_check(folder, arguments.json, cache_dir=_cache_dir(settings))


def taught(arguments: Namespace, settings: Settings) -> int:
    """Show what admins taught in chat."""
    return run_taught(settings.data_dir, export=arguments.export)


def _answer_stdin(snapshot: Snapshot) -> int:
    """Answer line by line, each as soon as it is read, so that another program can talk to this one."""
    for answer in answer_lines(_watched(sys.stdin.buffer), snapshot, date.today()):
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    return OK


def _watched(source: BinaryIO) -> Iterable[bytes]:
    """The input's lines, with a progress bar if that is visible and not in the way of the answers."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return source
    status = os.fstat(source.fileno())
    total = status.st_size if stat.S_ISREG(status.st_mode) else None
    return Progress(sys.stderr, time.monotonic, total).over(source)


def _snapshot(settings: Settings) -> Snapshot:
    """The knowledge folder with what admins taught on top, ready to answer from.

    Raises:
        KnowledgeError: if the folder cannot be answered from.
    """
    reading = read_folder(settings.knowledge_dir)
    if reading.knowledge is None or not is_answerable(reading):
        raise KnowledgeError([problem for problem in check_knowledge(reading) if problem.severity == "error"])
    overlay, problems = read_overlay(overlay_file(settings.data_dir))
    for problem in problems:
        complain(str(problem))
    return build_snapshot(apply_overlay(reading.knowledge, overlay), _cache_dir(settings))


def _cache_dir(settings: Settings) -> Path | None:
    """Where jieba's cache lies; None, a passing one, where no data folder can be made and none was asked for."""
    try:
        return private_folder(settings.data_dir) / "cache"
    except SettingsError:
        if settings.data_dir_given:
            raise
        return None


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


COMMANDS: dict[str, Callable[[Namespace, Settings], int]] = {
    "chat": chat,
    "ask": ask,
    "why": why,
    "telegram": telegram,
    "check": check,
    "taught": taught,
    "bench": bench,
}
"""Every command by its name."""
