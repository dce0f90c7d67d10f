"""The commands people can give, and the menus Telegram shows for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

from bot.administration.described import Described

ACTIONS = {
    "help": "do:help",
    "menu": "menu",
    "my": "do:my",
    "region": "do:region",
    "facts": "do:facts",
    "sources": "do:sources",
    "privacy": "do:privacy",
    "cancel": "do:cancel",
    "back": "do:back",
    "restart": "do:restart",
}
"""Commands that are an action of the core."""

OWN = frozenset({"start", "ask", "why", "forget"})
"""Commands the channel answers itself."""

_EVERYWHERE = (
    Described("menu", "按地区浏览全部措施", "Browse all measures by region"),
    Described("sources", "依据的文件", "Documents the answers come from"),
    Described("why", "上一个回答的依据", "How the last answer came about"),
    Described("privacy", "隐私说明", "What is kept and what is not"),
    Described("help", "怎么用", "How to use this bot"),
)
IN_PRIVATE = (
    Described("my", "我和家人能享受什么", "What I am entitled to"),
    Described("region", "选择或更换地区", "Choose your region"),
    Described("facts", "看或改我说过的情况", "See or change what I told you"),
    *_EVERYWHERE,
    Described("cancel", "停止正在问的问题", "Stop the current question"),
    Described("forget", "删除关于我的全部记录", "Delete all that is kept of me"),
)
IN_GROUPS = (Described("ask", "提问，例如 /ask 一天补多少", "Ask a question"), *_EVERYWHERE)


async def publish_commands(bot: Bot, admins: Iterable[int], extra: Sequence[Described]) -> None:
    """Set the command menus of private chats, groups, and admins' own chats: in Chinese, and for clients in English."""
    scopes = (
        (BotCommandScopeAllPrivateChats(), IN_PRIVATE),
        (BotCommandScopeAllGroupChats(), IN_GROUPS),
    )
    for scope, commands in scopes:
        await bot.set_my_commands(_chinese(commands), scope=scope)
        await bot.set_my_commands(_english(commands), scope=scope, language_code="en")
    for admin in admins:
        try:
            await bot.set_my_commands(_chinese((*IN_PRIVATE, *extra)), scope=BotCommandScopeChat(admin))
        except (BadRequest, Forbidden):
            continue  # An admin who has not yet opened the chat has no menu to set.


def _chinese(commands: Sequence[Described]) -> list[BotCommand]:
    return [BotCommand(command.name, command.chinese) for command in commands]


def _english(commands: Sequence[Described]) -> list[BotCommand]:
    return [BotCommand(command.name, command.english) for command in commands]
