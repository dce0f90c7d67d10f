"""``new-region``: the folder of a new region, with files that say what to fill in."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.authors_folder import authors_folder
from bot.commands.command import DONE, FOUND_PROBLEMS, Command, Parser
from bot.settings import Settings
from bot.streams import say

_NEXT = "接下来：把〔待填…〕换成真实内容（或先用 import 从文件起草），再运行 python -m bot check。指南：knowledge/README.md"


def add_arguments(parser: Parser) -> None:
    """The region's id."""
    parser.arguments.add_argument("region", metavar="地区", help="地区的 id，如 hexi")


def run(arguments: Namespace, settings: Settings) -> int:
    """Lay out a region and say what to do next."""
    from bot.authoring.skeleton import new_region

    try:
        files = new_region(authors_folder(settings), arguments.region)
    except ValueError as error:
        say(str(error))
        return FOUND_PROBLEMS
    for file in files:
        say(f"新建 {file}")
    say(_NEXT)
    return DONE


COMMAND = Command("new-region", "建一个新地区的文件夹，里面是带说明的空白文件", run, add_arguments)
