"""The Telegram bot put together: knowledge that can be reloaded, the database, the admins' desk, what runs alongside."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from datetime import date, datetime
from typing import Any

from bot.administration.desk import AdminDesk, journal_in
from bot.administration.fault_counter import FaultCounter
from bot.administration.usage_counter import UsageCounter
from bot.channels.picture_card import picture_cards
from bot.channels.telegram.lifecycle import Options, run
from bot.commands.command import UsageError
from bot.commands.shared_service import follow_knowledge, opened_knowledge
from bot.reloading.hot_reload import KnowledgeHolder
from bot.settings import Settings, private_folder
from bot.storage.database import Database, StorageError
from bot.storage.database_place import database_of, own_folder

CHANNEL = "telegram"
"""Under which its turns are counted."""

Job = Callable[[], Coroutine[Any, Any, None]]


def run_telegram(settings: Settings) -> int:
    """Run until told to stop; the exit code.

    Raises:
        SettingsError: if the data folder cannot be used.
        KnowledgeError: if there is nothing to answer from, neither the folder nor a last good version.
    """
    private_folder(settings.data_dir)
    with own_folder(settings) as folder:
        database = _opened_later(settings)
        try:
            holder = opened_knowledge(settings, folder, database, local_now, journal_in(database, local_now))
        except StorageError as error:
            raise UsageError(str(error)) from error
        faults = FaultCounter()
        usage = UsageCounter(database, lambda: holder.snapshot, date.today, faults)
        desk = AdminDesk(holder, database, faults, local_now)
        options = Options(
            extension=desk,
            declined=desk.note_declined,
            drop_declined=desk.drop_declined,
            answered=usage.of_channel(CHANNEL),
            judged=usage.judged_in(CHANNEL),
            pictures=picture_cards(settings.card_font),
            background=(*alongside(settings, holder, database), usage.run),
            faults=faults,
        )
        return run(settings, lambda: holder.snapshot, database, options)


def _opened_later(settings: Settings) -> Database:
    try:
        return database_of(settings)
    except StorageError as error:
        raise UsageError(str(error)) from error


def alongside(settings: Settings, holder: KnowledgeHolder, database: Database) -> list[Job]:
    """Jobs that run as long as the bot does: what makes a reload quick, what reloads unasked, here or with others."""
    jobs: list[Job] = [lambda: answer_ahead(holder), *([holder.watch] if settings.reload_on_change else [])]
    if database.shared:
        jobs.append(lambda: follow_knowledge(holder, database))
    if hasattr(signal, "SIGHUP"):
        jobs.append(lambda: reload_on_hangup(holder))
    return jobs


async def answer_ahead(holder: KnowledgeHolder) -> None:
    """Have the examples' replies at hand with which a reload compares. Runs until cancelled, as the bot ends with any of its jobs."""
    await holder.answer_ahead()
    await asyncio.Event().wait()


async def reload_on_hangup(holder: KnowledgeHolder) -> None:
    """Reload whenever the process gets SIGHUP. Runs until cancelled."""
    hung_up, before = asyncio.Event(), signal.getsignal(signal.SIGHUP)
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGHUP, hung_up.set)
    try:
        while await hung_up.wait():
            hung_up.clear()
            await holder.reload_unasked("SIGHUP")
    finally:
        loop.remove_signal_handler(signal.SIGHUP)
        signal.signal(signal.SIGHUP, before)


def local_now() -> datetime:
    """The time of day with its zone."""
    return datetime.now().astimezone()
