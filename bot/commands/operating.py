"""The commands of those who run the bot or write for it: telegram, check, schema, gaps, taught, new-region, import."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from bot.commands.ready import UsageError, cache_dir
from bot.loading.checks.run import run_check
from bot.loading.importer import run_import
from bot.loading.overlay import run_taught
from bot.loading.schema import run_schema
from bot.loading.skeleton import run_new_region
from bot.settings import Settings, shipped_knowledge


def telegram(_: Namespace, settings: Settings) -> int:
    """Run the Telegram bot until it is told to stop."""
    from bot.commands.telegram_bot import run_telegram

    return run_telegram(settings)


def check(arguments: Namespace, settings: Settings) -> int:
    """Report everything that is wrong in a knowledge folder."""
    folder = arguments.folder or settings.knowledge_dir
    return run_check(folder, arguments.json, cache_dir=cache_dir(settings))


def schema(arguments: Namespace, _: Settings) -> int:
    """Print or write the JSON Schema of the knowledge files."""
    return run_schema(arguments.kind, arguments.to)


def gaps(arguments: Namespace, settings: Settings) -> int:
    """Show what the bot could not answer, alike questions together."""
    from bot.commands.stored_gaps import show_stored_gaps

    return show_stored_gaps(settings, arguments.csv)


def taught(arguments: Namespace, settings: Settings) -> int:
    """Show what admins taught in chat."""
    return run_taught(settings.data_dir, export=arguments.export)


def new_region(arguments: Namespace, settings: Settings) -> int:
    """Lay out the folder of a new region."""
    return run_new_region(_authors_folder(settings), arguments.region)


def import_document(arguments: Namespace, settings: Settings) -> int:
    """Draft measure files from a document."""
    folder = _authors_folder(settings)
    return run_import(arguments.document, folder, arguments.region, date.today(), cache_dir=cache_dir(settings))


def _authors_folder(settings: Settings) -> Path:
    """The knowledge folder if it is an author's own: an installed package's is nobody's to write in."""
    folder = settings.knowledge_dir
    if folder == shipped_knowledge() and folder.name == "shipped_knowledge":
        raise UsageError("自带的知识在安装包里，不能往里写；先复制一份，再用 --knowledge 或 BOT_KNOWLEDGE_DIR 指明")
    return folder
