"""``gaps``: the questions the bot could not answer, alike ones together."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.command import DONE, Command, Parser, UsageError
from bot.settings import Settings, private_folder
from bot.streams import say

if TYPE_CHECKING:
    from bot.teaching.clusters import Cluster, Question


def add_arguments(parser: Parser) -> None:
    """Where a table goes."""
    parser.options.add_argument("--csv", type=Path, metavar="文件", help="写成表格")


def run(arguments: Namespace, settings: Settings) -> int:
    """Show clusters of alike questions, or write them to a table.

    Raises:
        UsageError: if the database cannot be read.
    """
    import asyncio

    from bot.commands.answering_snapshot import ready_snapshot
    from bot.storage.database import StorageError
    from bot.teaching.clusters import clusters, with_topics

    private_folder(settings.data_dir)
    try:
        found = clusters(asyncio.run(_stored_questions(settings)))
    except StorageError as error:
        raise UsageError(f"读不了数据库。{error}") from error
    if found:
        found = with_topics(found, ready_snapshot(settings), date.today())
    show_gaps(found, arguments.csv)
    return DONE


async def _stored_questions(settings: Settings) -> list[Question]:
    from bot.storage.database_place import database_of
    from bot.storage.unanswered import questions

    database = database_of(settings)
    await database.open()
    try:
        async with database.reading() as connection:
            return await connection.run_sync(questions)
    finally:
        await database.close()


def show_gaps(found: Sequence[Cluster], target: Path | None) -> None:
    """The clusters, or a CSV file of every question."""
    if target is not None:
        from bot.administration.gap_table import write_csv

        with target.open("w", encoding="utf-8-sig", newline="") as stream:
            write_csv(found, stream)
        say(f"{sum(len(cluster.questions) for cluster in found)} 个问题写进了 {target}")
        return
    if not found:
        say("没有记下答不上来的问题。")
    for cluster in found:
        near = "、".join(cluster.topics) or "没有相近的主题"
        say(f"{len(cluster.questions):>4} 次  {cluster.text}  → {near}")


COMMAND = Command("gaps", "列出没答上来的问题，相似的归在一起", run, add_arguments)
