"""``telegram``: run the Telegram bot until it is told to stop."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import DONE, Command
from bot.settings import Settings
from bot.stopping import StoppedError, stoppable


def run(_: Namespace, settings: Settings) -> int:
    """Run the Telegram bot. Told to stop before it is ready, it has done what it was asked."""
    try:
        with stoppable():
            from bot.commands.telegram_bot import run_telegram

            return run_telegram(settings)
    except StoppedError:
        return DONE


COMMAND = Command("telegram", "运行 Telegram 机器人", run)
