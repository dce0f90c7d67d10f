"""``check``: every problem of a knowledge folder, and how to mend it."""

from __future__ import annotations

import json
import time
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.command import DONE, FOUND_PROBLEMS, Command, Parser
from bot.settings import Settings
from bot.streams import say

if TYPE_CHECKING:
    from bot.reading.problem import Problem


def add_arguments(parser: Parser) -> None:
    """Which folder, and for whom the problems are."""
    parser.arguments.add_argument("folder", nargs="?", type=Path, metavar="文件夹", help="不写就检查正在用的")
    parser.options.add_argument("--json", action="store_true", help="输出 JSON，供程序读")


def run(arguments: Namespace, settings: Settings) -> int:
    """Show every problem; 1 if there is an error, else 0."""
    from bot.checks.all_checks import check_folder
    from bot.commands.answering_snapshot import cache_dir

    started = time.perf_counter()
    folder = arguments.folder or settings.knowledge_dir
    problems = check_folder(folder, cache_dir=cache_dir(settings))
    if arguments.json:
        say(json.dumps([problem.as_dict() for problem in problems], ensure_ascii=False, indent=1))
    else:
        _show(folder, problems, time.perf_counter() - started)
    return FOUND_PROBLEMS if _errors(problems) else DONE


def _show(folder: Path, problems: list[Problem], seconds: float) -> None:
    for problem in problems:
        say(str(problem))
    errors = _errors(problems)
    verdict = f"{errors} 个错误" if errors else "没有错误"
    say(f"{folder}：{verdict}，{len(problems) - errors} 个警告（{seconds:.1f} 秒）")


def _errors(problems: list[Problem]) -> int:
    return sum(problem.severity == "error" for problem in problems)


COMMAND = Command("check", "检查知识文件，一次列出所有问题和改法", run, add_arguments)
