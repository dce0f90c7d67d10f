"""``doctor``: look at everything a running bot needs, and say of each that it is in order or what to do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from bot.commands.command import DONE, FOUND_PROBLEMS, Command, Parser, UsageError
from bot.settings import Gap, Settings, SettingsError, private_folder
from bot.streams import say

if TYPE_CHECKING:
    from bot.channels.telegram.diagnosis import Finding
    from bot.storage.database_look import Look

_LEAST_FREE = 100 << 20
_LIBRARIES = ("python-telegram-bot", "sqlalchemy", "psycopg", "uvicorn", "starlette", "pydantic")


def add_arguments(parser: Parser) -> None:
    """What may be done besides looking."""
    parser.options.add_argument("--set-aside", action="store_true", help="数据库文件坏了：挪到一旁，下次启动从空的开始")
    parser.options.add_argument("--offline", action="store_true", help="不问 Telegram")


def run(arguments: Namespace, settings: Settings) -> int:
    """Look at everything, or put a damaged database aside."""
    if arguments.set_aside:
        return put_aside(settings)
    findings = list(examination(settings, getattr(arguments, "gaps", ()), getattr(arguments, "notes", ()), offline=arguments.offline))
    for finding in findings:
        say(f"{_mark(finding)} {finding.what}" + (f" → {finding.remedy}" if finding.remedy else ""))
    return DONE if all(finding.sound for finding in findings) else FOUND_PROBLEMS


def _mark(finding: Finding) -> str:
    """In order, in order but could be more, not in order."""
    if not finding.sound:
        return "✗"
    return "·" if finding.remedy else "✓"


def put_aside(settings: Settings) -> int:
    """Move a damaged database away; a sound one, or one in use, stays.

    Raises:
        UsageError: if it is in use.
    """
    from bot.storage.database_look import look, running, set_aside

    if running(settings.data_dir):
        raise UsageError("机器人正在运行。先停掉它，再挪文件")
    wrong = look(settings.data_dir).wrong
    if wrong is None:
        say("数据库没有坏，没有动它。")
        return DONE
    place = set_aside(settings.data_dir)
    say(f"坏文件挪到了 {place}，下次启动从空的开始。里面可能有人说过的话：七天后，或有人要求忘记时，会删掉它。")
    return DONE


def examination(settings: Settings, gaps: Iterable[Gap], notes: Iterable[Gap] = (), *, offline: bool) -> Iterator[Finding]:
    """Everything, one after the other. ``notes`` are settings that may be meant for something else."""
    import asyncio

    from bot.channels.telegram.diagnosis import Finding, examine

    gaps = tuple(gaps)
    yield from (Finding(False, f"设置：{gap.name}，{gap.message}", gap.remedy) for gap in gaps)
    if not gaps:
        yield Finding(True, "设置：齐全")
    yield from (Finding(True, f"设置：{note.name}，{note.message}", note.remedy) for note in notes)
    yield from _folder(settings)
    if settings.database_url is not None:
        yield from _server(settings)
    yield from _knowledge(settings)
    yield _pictures(settings)
    if settings.token is None and not gaps:
        yield Finding(True, "Telegram：没有设令牌，不开")
    if settings.token is not None and not offline:
        yield from asyncio.run(examine(settings))
    yield Finding(True, f"版本：{_versions()}")


def _server(settings: Settings) -> Iterator[Finding]:
    import asyncio

    from bot.storage.database_place import database_of
    from bot.storage.server_look import look_at

    database = database_of(settings)
    found, version = asyncio.run(look_at(database))
    yield from _state(f"{database.place}，版本 {version}，", found)


def _state(where: str, found: Look) -> Iterator[Finding]:
    from bot.channels.telegram.diagnosis import Finding
    from bot.storage.migrations import VERSION

    if found.wrong is not None:
        what, _, remedy = found.wrong.partition(" → ")
        yield Finding(False, f"数据库：{what}", remedy)
    elif found.newer:
        yield Finding(False, f"数据库：{where}结构是第 {found.version} 版，这个程序只认到第 {VERSION} 版", "用更新的程序")
    else:
        form = f"结构第 {found.version} 版" + ("" if found.version == VERSION else f"，下次启动备份后升到第 {VERSION} 版")
        told = f"{form}；等着回答 {found.waiting} 条，七天内没送到 {found.undelivered} 条"
        yield Finding(True, f"数据库：{where}{told if found.there else '还没有，启动时建'}")


def _folder(settings: Settings) -> Iterator[Finding]:
    import shutil

    from bot.channels.telegram.diagnosis import Finding
    from bot.storage.database_look import look, running

    data_dir = settings.data_dir
    try:
        free = shutil.disk_usage(private_folder(data_dir)).free
    except SettingsError as error:
        yield from (Finding(False, f"数据文件夹：{gap.message}", gap.remedy) for gap in error.gaps)
        return
    what = f"数据文件夹：{data_dir}，剩 {free >> 20} MB" + ("，机器人正在运行" if running(data_dir) else "")
    yield Finding(free >= _LEAST_FREE, what, "" if free >= _LEAST_FREE else "腾出空间，至少 100 MB")
    if settings.database_url is None:
        yield from _state("", look(data_dir))


def _knowledge(settings: Settings) -> Iterator[Finding]:
    from bot.channels.telegram.diagnosis import Finding
    from bot.reading.parse import load
    from bot.reading.problem import KnowledgeError

    try:
        knowledge = load(settings.knowledge_dir)
    except KnowledgeError as error:
        first = error.problems[0]
        if len(error.problems) == 1:
            what, _, remedy = str(first).rpartition(" → ")
            yield Finding(False, f"知识：{what}", remedy)
        else:
            yield Finding(False, f"知识：{len(error.problems)} 处问题，第一处 {first}", "运行 python -m bot check 看全部")
        return
    yield Finding(True, f"知识：{len(knowledge.regions)} 个地区，{len(knowledge.measure_by_id)} 项（{settings.knowledge_dir}）")


def _pictures(settings: Settings) -> Finding:
    """Whether pictures can be made of cards. Nothing is amiss without them, unless a font was set that is none."""
    from bot.channels.picture_card import card_making
    from bot.channels.telegram.diagnosis import Finding

    making = card_making(settings.card_font)
    if making.font is not None:
        return Finding(True, f"图片卡片：能做（{making.font}）")
    return Finding(settings.card_font is None, f"图片卡片：做不了，只发文字；{making.missing}", making.remedy)


def _versions() -> str:
    import platform
    import sqlite3

    found = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for name in ("frontline-benefits-bot", *_LIBRARIES):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return "，".join(found)


COMMAND = Command("doctor", "逐项检查设置、数据、知识和令牌，不对的写明改法", run, add_arguments)
