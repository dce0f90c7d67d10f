"""``bench``: how long a whole answer takes, against word segmentation alone on the same questions in the same run."""

from __future__ import annotations

import json
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.command import DONE, Command, Parser, UsageError
from bot.settings import Settings
from bot.streams import say

if TYPE_CHECKING:
    from bot.compiled.snapshot import Snapshot

_WARM_UP = 200
_MICROSECONDS = 1e6

Cut = Callable[[str], list[str]]


def add_arguments(parser: Parser) -> None:
    """The questions."""
    parser.arguments.add_argument("questions", type=Path, metavar="文件", help="每行一个 {\"turns\": [\"问题\", …]}")


def run(arguments: Namespace, settings: Settings) -> int:
    """Time whole answers against segmentation alone."""
    try:
        with arguments.questions.open("rb") as lines:
            questions = read_questions(lines)
    except OSError as error:
        raise UsageError(f"打不开 {arguments.questions}：{error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{arguments.questions}：{error}") from error
    from bot.commands.answering_snapshot import ready_snapshot
    from bot.language.segment import plain_cut

    snapshot = ready_snapshot(settings)
    say(str(measure(questions, snapshot, plain_cut(), time.perf_counter, date.today())))
    return DONE


@dataclass(frozen=True, slots=True)
class Measured:
    """Mean seconds a message: for the whole answer, and for segmentation alone."""

    messages: int
    answer: float
    segmentation: float

    @property
    def ratio(self) -> float:
        """How many segmentations a whole answer costs."""
        return self.answer / self.segmentation

    def __str__(self) -> str:
        """The figures in one line each."""
        return (
            f"消息 {self.messages} 条\n"
            f"整个回答：平均 {self.answer * _MICROSECONDS:.0f} 微秒\n"
            f"只用 jieba 默认分词：平均 {self.segmentation * _MICROSECONDS:.0f} 微秒\n"
            f"比值 {self.ratio:.2f}"
        )


def read_questions(lines: Iterable[bytes]) -> list[tuple[str, ...]]:
    """The ``turns`` of each line of a questions file.

    Raises:
        ValueError: with the line's number, if a line is no question or there is none at all.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            turns = tuple(json.loads(line)["turns"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"第 {number} 行不是 {{\"turns\": [\"问题\", …]}}") from error
        if not turns or not all(isinstance(turn, str) for turn in turns):
            raise ValueError(f"第 {number} 行的 turns 要是字符串列表，至少一句")
        found.append(turns)
    if not found:
        raise ValueError("文件里没有问题")
    return found


def measure(
    questions: Sequence[tuple[str, ...]], snapshot: Snapshot, cut: Cut, clock: Callable[[], float], today: date
) -> Measured:
    """Time both on every question, one right after the other, so that a slow moment of the machine weighs on both."""
    for turns in questions[:_WARM_UP]:
        _answer_time(turns, snapshot, clock, today)
        _cut_time(turns, cut, clock)
    answering = segmenting = 0.0
    for turns in questions:
        answering += _answer_time(turns, snapshot, clock, today)
        segmenting += _cut_time(turns, cut, clock)
    messages = sum(map(len, questions))
    return Measured(messages, answering / messages, segmenting / messages)


def _answer_time(turns: tuple[str, ...], snapshot: Snapshot, clock: Callable[[], float], today: date) -> float:
    from bot.dialogue.respond import Message, respond
    from bot.model.session import Session

    session = Session()
    begun = clock()
    for turn in turns:
        _, session = respond(Message(turn), session, snapshot, today)
    return clock() - begun


def _cut_time(turns: tuple[str, ...], cut: Cut, clock: Callable[[], float]) -> float:
    begun = clock()
    for turn in turns:
        cut(turn)
    return clock() - begun


COMMAND = Command("bench", "测速：整个回答的平均时间 ÷ 单独分词的平均时间", run, add_arguments)
