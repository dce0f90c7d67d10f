"""``serve``: the web page, the API and every channel that is set up, in one process."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import FOUND_PROBLEMS, Command
from bot.settings import Settings, private_folder
from bot.streams import complain


def run(_: Namespace, settings: Settings) -> int:
    """Serve until told to stop. The port is taken first: to read the modules of a server takes seconds."""
    from bot.channels.listening import CannotListenError, listening_socket

    private_folder(settings.data_dir)
    try:
        bound = listening_socket(*settings.web_listen)
    except CannotListenError as error:
        complain(str(error))
        return FOUND_PROBLEMS
    from bot.commands.web_service import run_web

    with bound:
        return run_web(settings, bound)


COMMAND = Command("serve", "运行网页、接口和设好的各个渠道（Telegram、微信）", run)
