"""``serve``: the web page, the API and every channel that is set up, in one process."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import Command
from bot.settings import Settings


def run(_: Namespace, settings: Settings) -> int:
    """Serve until told to stop."""
    from bot.commands.web_service import run_web

    return run_web(settings)


COMMAND = Command("serve", "运行网页、接口和设好的各个渠道（Telegram、微信）", run)
