"""What a command is, and what the parsers of all of them have in common.

A command's file imports what takes long inside the function that does the work: every file is read for the sake of its
parser, and one is carried out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from bot.settings import Settings

PROGRAM = "python -m bot"
DONE, FOUND_PROBLEMS, UNUSABLE = 0, 1, 2
"""Exit codes: done; a check found something or nothing was done; the command cannot be carried out."""


class UsageError(Exception):
    """A command cannot be carried out as it was given; the message says why, in Chinese."""


_NEAR = 0.6
_IN_CHINESE = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"unrecognized arguments: (.*)", r"多了“\1”"),
        (r"the following arguments are required: (.*)", r"少了“\1”"),
        (r"argument (.*): expected (?:one|at least one) argument", r"“\1”后面要写一个值"),
        (r"argument (.*): invalid \w+ value: '(.*)'", r"“\1”不能是“\2”"),
        (r"argument (.*): not allowed with argument (.*)", r"“\1”和“\2”只能写一个"),
        (r"ambiguous option: (.*) could match (.*)", r"“\1”可以是 \2 中的哪一个，写全"),
    )
)
"""What the parser of the standard library says, and the same for whoever reads Chinese."""


class _Help(argparse.HelpFormatter):
    """Help that begins in Chinese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The usage line with a Chinese heading."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser with Chinese headings, and Chinese words for what is wrong with a command line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **options)
        self.arguments = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="看这份用法")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Only what may be chosen; else what is near, or the list."""
        if action.choices is not None and value not in action.choices:
            names = [str(choice) for choice in action.choices]
            near = get_close_matches(str(value), names, 1, _NEAR)
            self.error(f"没有“{value}”，" + (f"是不是“{near[0]}”？" if near else f"可用：{'、'.join(names)}"))

    def error(self, message: str) -> NoReturn:
        """End with the remedy instead of a page of usage."""
        message = next((found.expand(told) for pattern, told in _IN_CHINESE if (found := pattern.fullmatch(message))), message)
        self.exit(UNUSABLE, f"命令写法不对：{message}\n看用法：{PROGRAM} --help；直接提问：{PROGRAM} ask \"问题\"\n")


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it is for, what it takes, and what it does; ``run`` returns the exit code."""

    name: str
    summary: str
    run: Callable[[argparse.Namespace, Settings], int]
    add_arguments: Callable[[Parser], None] = lambda _: None


def add_region(parser: Parser) -> None:
    """The option of the commands that answer."""
    parser.options.add_argument("--region", metavar="地区", help="地区的 id，如 hongqiao")


def add_knowledge(parser: Parser, default: object) -> None:
    """The option that every command takes, after its name as well as before it."""
    text = "知识文件夹，代替 BOT_KNOWLEDGE_DIR 和自带的"
    parser.options.add_argument("--knowledge", type=Path, metavar="文件夹", default=default, help=text)
