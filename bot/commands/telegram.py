"""``telegram``: run the Telegram bot until it is told to stop."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import Command
from bot.settings import Settings


def run(_: Namespace, settings: Settings) -> int:
    """Run the Telegram bot."""
    from bot.commands.telegram_bot import run_telegram

    return run_telegram(settings)


COMMAND = Command("telegram", "运行 Telegram 机器人", run)
