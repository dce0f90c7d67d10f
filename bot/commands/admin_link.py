"""``admin-link``: a link that opens the admin pages of the running server once."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.command import DONE, Command, UsageError
from bot.settings import Settings, private_folder
from bot.streams import complain, say

_WHO = "命令行"


def run(_: Namespace, settings: Settings) -> int:
    """Print a link. Whoever can run this on the server, in its data folder, is an admin.

    Raises:
        UsageError: if the database cannot be written.
    """
    import asyncio

    from bot.storage.database import StorageError

    try:
        link = asyncio.run(_link(settings))
    except StorageError as error:
        if settings.database_url is not None:
            raise UsageError(str(error)) from error
        kind = type(error.__cause__ or error).__name__
        raise UsageError(f"写不了 {settings.data_dir} 里的数据库（{kind}）；检查权限和磁盘") from error
    say(link)
    complain("15 分钟内打开，只能用一次，不要转给别人。serve 要在运行，并且用同一个 BOT_DATA_DIR（或 BOT_DATABASE_URL）。")
    return DONE


async def _link(settings: Settings) -> str:
    from bot.administration.admin_links import AdminLinks
    from bot.commands.telegram_bot import local_now
    from bot.commands.web_address import web_address
    from bot.storage.database_place import database_of

    private_folder(settings.data_dir)
    database = database_of(settings)
    await database.open()
    try:
        return await AdminLinks(database, web_address(settings), local_now).link(_WHO)
    finally:
        await database.close()


COMMAND = Command("admin-link", "给出打开管理页面的一次性链接（serve 在运行时用）", run)
