"""The questions the bot could not answer, read from the data folder's database."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

from bot.commands.ready import UsageError, ready_snapshot
from bot.settings import Settings, private_folder
from bot.storage.database import Database, StorageError
from bot.storage.unanswered import Question, clusters, questions, show_gaps, with_topics


def show_stored_gaps(settings: Settings, target: Path | None) -> int:
    """Show clusters of alike questions, or write them to a table; the exit code.

    Raises:
        UsageError: if the database cannot be read.
    """
    data_dir = private_folder(settings.data_dir)
    try:
        found = clusters(asyncio.run(_stored_questions(data_dir)))
    except StorageError as error:
        kind = type(error.__cause__ or error).__name__
        raise UsageError(f"读不了 {data_dir} 里的数据库（{kind}）；检查权限和磁盘，文件坏了就移走") from error
    if found:
        found = with_topics(found, ready_snapshot(settings), date.today())
    return show_gaps(found, target)


async def _stored_questions(data_dir: Path) -> list[Question]:
    database = Database.in_folder(data_dir)
    await database.open()
    try:
        async with database.reading() as connection:
            return await connection.run_sync(questions)
    finally:
        await database.close()
