"""``taught``: what admins taught in chat, also as lines an author can paste into a topic file."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from bot.commands.command import DONE, FOUND_PROBLEMS, Command, Parser, UsageError
from bot.settings import Settings
from bot.streams import say

if TYPE_CHECKING:
    from bot.reading.problem import Problem
    from bot.teaching.overlay import Overlay


def add_arguments(parser: Parser) -> None:
    """How it is shown."""
    parser.options.add_argument("--export", action="store_true", help="写成作者可以粘贴进话题文件的样子")


def run(arguments: Namespace, settings: Settings) -> int:
    """Show what was taught.

    Raises:
        UsageError: if the database cannot be read.
    """
    overlay, problems = _stored(settings)
    for problem in problems:
        say(str(problem))
    if problems:
        return FOUND_PROBLEMS
    if not overlay.taught:
        say("还没有教过任何问法。")
    elif arguments.export:
        _export(overlay)
    else:
        for item in overlay.taught:
            say(f"{item.on}  {item.topic}  {item.says}")
    return DONE


def _stored(settings: Settings) -> tuple[Overlay, list[Problem]]:
    """In the data folder, or, where several programs are taught, in their database."""
    import asyncio

    from bot.storage.database import StorageError
    from bot.teaching.overlay import Overlay, overlay_file, overlay_of, read_overlay

    if settings.database_url is None:
        return read_overlay(overlay_file(settings.data_dir))
    try:
        taught = asyncio.run(_agreed(settings))
    except StorageError as error:
        raise UsageError(str(error)) from error
    return (Overlay() if taught is None else overlay_of(taught)), []


async def _agreed(settings: Settings) -> str | None:
    from bot.storage.database_place import database_of
    from bot.storage.knowledge_exchange import KnowledgeExchange

    database = database_of(settings)
    await database.open()
    try:
        exchange = KnowledgeExchange(database)
        agreed = await exchange.agreed()
        parcel = await exchange.fetch(agreed.digest) if agreed is not None else None
        return parcel.taught if parcel is not None else None
    finally:
        await database.close()


def _export(overlay: Overlay) -> None:
    from bot.teaching.overlay import VIEWPOINT

    for topic in dict.fromkeys(item.topic for item in overlay.taught):
        say(f"# topics/{topic}.yaml\nphrasings:\n  {VIEWPOINT}:")
        for item in overlay.taught:
            if item.topic == topic:
                say(f"    - {json.dumps(item.says, ensure_ascii=False)}")


COMMAND = Command("taught", "列出管理员在聊天里教过的问法", run, add_arguments)
