"""The command line: which commands there are, and how a command that cannot be carried out ends."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.commands import (
    admin_link,
    ask,
    bench,
    bench_care,
    chat,
    check,
    doctor,
    gaps,
    import_document,
    new_region,
    schema,
    serve,
    taught,
    telegram,
    why,
)
from bot.commands.command import PROGRAM, UNUSABLE, Command, Parser, UsageError, add_knowledge
from bot.log_lines import begin_log
from bot.settings import SettingsError, examined_settings, level_number, read_settings
from bot.settings_file import written_settings
from bot.streams import abandon_stdout, complain, prepare_streams

INTERRUPTED, BROKEN_PIPE = 130, 141

COMMANDS: dict[str, Command] = {
    module.COMMAND.name: module.COMMAND
    for module in (
        chat, ask, why, serve, admin_link, telegram, doctor, check, schema, gaps, taught, new_region, import_document, bench,
        bench_care,
    )
}
"""Every command by its name, as the help lists them."""

_DESCRIPTION = "按规则回答 2020 年一线医务人员及家属保障政策的问答机器人。不带命令就是在终端里聊天。"


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Run one command; the exit code is 0 when done, 1 when a check found problems, 2 when it cannot be done."""
    prepare_streams()
    try:
        code = _run(_arguments(argv), environ)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("")
        return INTERRUPTED
    except BrokenPipeError:
        abandon_stdout()
        return BROKEN_PIPE
    except OSError as error:
        with contextlib.suppress(OSError):
            abandon_stdout()
        where = f"{error.filename}：" if error.filename else "输出："
        complain(f"写不了或读不了 {where}{error.strerror or error}。检查磁盘空间和权限")
        return UNUSABLE
    return code


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    try:
        return build_parser().parse_args(argv)
    except SystemExit:
        sys.stdout.flush()  # help that could not be written is no success
        raise


def build_parser() -> Parser:
    """The parser of the whole command line."""
    parser = Parser(prog=PROGRAM, description=_DESCRIPTION)
    add_knowledge(parser, default=None)
    parser.set_defaults(command=chat.COMMAND.name, region=None)
    commands = parser.add_subparsers(title="命令", metavar="命令", parser_class=Parser)
    for command in COMMANDS.values():
        own = commands.add_parser(command.name, help=command.summary, description=command.summary)
        own.set_defaults(command=command.name)
        add_knowledge(own, default=argparse.SUPPRESS)
        command.add_arguments(own)
    return parser


def _run(arguments: argparse.Namespace, environ: Mapping[str, str]) -> int:
    chosen = {} if arguments.knowledge is None else {"BOT_KNOWLEDGE_DIR": str(arguments.knowledge)}
    looking, unread = arguments.command == doctor.COMMAND.name, ""
    try:
        written = written_settings(Path(), environ, forgiving=looking)
        found, unread = {**written.variables, **chosen}, "".join(f"\n{gap}" for gap in written.unread)
        if looking:
            settings, wrong = examined_settings(found)
            arguments.gaps, arguments.notes = (*written.unread, *wrong), written.foreign
        else:
            settings = read_settings(
                found,
                telegram=arguments.command == telegram.COMMAND.name,
                serve=arguments.command in (serve.COMMAND.name, admin_link.COMMAND.name),
                database=arguments.command in (gaps.COMMAND.name, taught.COMMAND.name),
            )
    except SettingsError as error:
        complain(f"设置有 {len(error.gaps)} 处要改（见 .env.example）：\n{error}{unread}")
        return UNUSABLE
    if unread and not looking:
        complain(f"设置里有没用上的，照常运行：{unread}")
    begin_log(level_number(settings.log_level), settings.log_format)

    from bot.reading.problem import KnowledgeError

    try:
        return COMMANDS[arguments.command].run(arguments, settings)
    except KnowledgeError as error:
        complain(f"知识文件有 {len(error.problems)} 处问题，没法回答：\n{error}")
    except (SettingsError, UsageError) as error:
        complain(str(error))
    return UNUSABLE
