"""The command line: which commands there are, and how a command that cannot be carried out ends.

What takes long to import is imported once the command line has been understood.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from bot.settings import SettingsError, environment, level_number, read_settings
from bot.streams import abandon_stdout, complain, prepare_streams

UNUSABLE, INTERRUPTED, BROKEN_PIPE = 2, 130, 141

_PROGRAM = "python -m bot"
_DESCRIPTION = "按规则回答 2020 年一线医务人员及家属保障政策的问答机器人。不带命令就是在终端里聊天。"
_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Run one command; the exit code is 0 when done, 1 when a check found problems, 2 when it cannot be done."""
    prepare_streams()
    try:
        code = _run(build_parser().parse_args(argv), environ)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("")
        return INTERRUPTED
    except BrokenPipeError:
        abandon_stdout()
        return BROKEN_PIPE
    return code


def _run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    chosen = {} if arguments.knowledge is None else {"BOT_KNOWLEDGE_DIR": str(arguments.knowledge)}
    try:
        settings = read_settings(environment(Path(), environ) | chosen, telegram=arguments.command == "telegram")
    except SettingsError as error:
        complain(f"设置有 {len(error.gaps)} 处要改（见 .env.example）：\n{error}")
        return UNUSABLE
    logging.basicConfig(level=level_number(settings.log_level), format=_LOG_FORMAT, stream=sys.stderr)

    from bot.commands import COMMANDS, UsageError
    from bot.loading.problem import KnowledgeError

    try:
        return COMMANDS[arguments.command](arguments, settings)
    except KnowledgeError as error:
        complain(f"知识文件有 {len(error.problems)} 处问题，没法回答：\n{error}")
    except (SettingsError, UsageError) as error:
        complain(str(error))
    return UNUSABLE


class _Help(argparse.HelpFormatter):
    """Help that begins in Chinese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The usage line with a Chinese heading."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser with Chinese headings, and Chinese words for what is wrong with a command line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **options)
        self.arguments = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="看这份用法")

    def error(self, message: str) -> NoReturn:
        """End with the remedy instead of a page of usage."""
        self.exit(UNUSABLE, f"命令写法不对：{message}\n看用法：{_PROGRAM} --help；直接提问：{_PROGRAM} ask \"问题\"\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _Parser(prog=_PROGRAM, description=_DESCRIPTION)
    _add_knowledge(parser, default=None)
    parser.set_defaults(command="chat", region=None)
    commands = parser.add_subparsers(title="命令", metavar="命令", parser_class=_Parser)
    _add_chat(commands)
    _add_ask(commands)
    _add_why(commands)
    _add(commands, "telegram", "运行 Telegram 机器人")
    _add_check(commands)
    _add_schema(commands)
    _add_gaps(commands)
    _add_taught(commands)
    _add_new_region(commands)
    _add_import(commands)
    _add_bench(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add(commands: _Commands, name: str, summary: str) -> _Parser:
    """A command that takes ``--knowledge`` after its name as well as before it."""
    parser = commands.add_parser(name, help=summary, description=summary)
    parser.set_defaults(command=name)
    _add_knowledge(parser, default=argparse.SUPPRESS)
    return parser


def _add_chat(commands: _Commands) -> None:
    parser = _add(commands, "chat", "在终端里聊天")
    _add_region(parser)


def _add_ask(commands: _Commands) -> None:
    parser = _add(commands, "ask", "回答一个问题；或用 --jsonl 供程序调用")
    parser.arguments.add_argument("question", nargs="?", metavar="问题", help="一句话的问题")
    _add_region(parser)
    parser.options.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
    parser.options.add_argument("--jsonl", action="store_true", help="从标准输入逐行读 JSON，逐行输出")


def _add_why(commands: _Commands) -> None:
    parser = _add(commands, "why", "回答一个问题，并说明依据")
    parser.arguments.add_argument("question", metavar="问题", help="一句话的问题")
    _add_region(parser)


def _add_check(commands: _Commands) -> None:
    parser = _add(commands, "check", "检查知识文件，一次列出所有问题和改法")
    parser.arguments.add_argument("folder", nargs="?", type=Path, metavar="文件夹", help="不写就检查正在用的")
    parser.options.add_argument("--json", action="store_true", help="输出 JSON，供程序读")


def _add_schema(commands: _Commands) -> None:
    parser = _add(commands, "schema", "输出知识文件的 JSON Schema，供编辑器用")
    parser.arguments.add_argument("kind", nargs="?", metavar="种类", help="如 measure；不写就是全部")
    parser.options.add_argument("--to", type=Path, metavar="文件夹", help="每种写成一个文件")


def _add_gaps(commands: _Commands) -> None:
    parser = _add(commands, "gaps", "列出没答上来的问题，相似的归在一起")
    parser.options.add_argument("--csv", type=Path, metavar="文件", help="写成表格")


def _add_new_region(commands: _Commands) -> None:
    parser = _add(commands, "new-region", "建一个新地区的文件夹，里面是带说明的空白文件")
    parser.arguments.add_argument("region", metavar="地区", help="地区的 id，如 hexi")


def _add_import(commands: _Commands) -> None:
    parser = _add(commands, "import", "从文件（.docx .md .txt .csv）起草条款，一项一个文件；已有的不动")
    parser.arguments.add_argument("document", type=Path, metavar="文件", help="要读的文件")
    parser.options.add_argument("--region", required=True, metavar="地区", help="写进哪个地区")


def _add_taught(commands: _Commands) -> None:
    parser = _add(commands, "taught", "列出管理员在聊天里教过的问法")
    parser.options.add_argument("--export", action="store_true", help="写成作者可以粘贴进话题文件的样子")


def _add_bench(commands: _Commands) -> None:
    parser = _add(commands, "bench", "测速：整个回答的平均时间 ÷ 单独分词的平均时间")
    parser.arguments.add_argument("questions", type=Path, metavar="文件", help="每行一个 {\"turns\": [\"问题\", …]}")


def _add_knowledge(parser: _Parser, default: object) -> None:
    text = "知识文件夹，代替 BOT_KNOWLEDGE_DIR 和自带的"
    parser.options.add_argument("--knowledge", type=Path, metavar="文件夹", default=default, help=text)


def _add_region(parser: _Parser) -> None:
    parser.options.add_argument("--region", metavar="地区", help="地区的 id，如 hongqiao")
