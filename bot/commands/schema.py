"""``schema``: the JSON Schema of the knowledge files, for editors."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from bot.commands.command import DONE, FOUND_PROBLEMS, Command, Parser
from bot.settings import Settings
from bot.streams import say


def add_arguments(parser: Parser) -> None:
    """Which kind of file, and where to write."""
    parser.arguments.add_argument("kind", nargs="?", metavar="种类", help="如 measure；不写就是全部")
    parser.options.add_argument("--to", type=Path, metavar="文件夹", help="每种写成一个文件")


def run(arguments: Namespace, _: Settings) -> int:
    """Print the schema of one kind, or all by kind; with a folder, write one file each."""
    from bot.reading.schema import KINDS, schema_text, write_schemas

    if arguments.to is not None:
        write_schemas(arguments.to)
        say(f"{len(KINDS)} 个模式写进了 {arguments.to}")
    elif arguments.kind is None:
        say(json.dumps({name: json.loads(schema_text(name)) for name in KINDS}, ensure_ascii=False, indent=1))
    elif arguments.kind in KINDS:
        say(schema_text(arguments.kind).rstrip())
    else:
        say(f"没有叫“{arguments.kind}”的文件种类；可用：{'、'.join(KINDS)}")
        return FOUND_PROBLEMS
    return DONE


COMMAND = Command("schema", "输出知识文件的 JSON Schema，供编辑器用", run, add_arguments)
