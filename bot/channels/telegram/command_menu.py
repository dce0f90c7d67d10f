"""The commands people can give, and the menus Telegram shows for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

from bot.administration.described import Described
from bot.dialogue.commands import BY_NAME, COMMANDS

OWN = frozenset({"start", "ask", "why", "forget"})
"""Commands the channel answers itself."""

KNOWN = OWN | BY_NAME.keys()

_ASK = Described("ask", "提问，例如 /ask 一天补多少", "Ask a question")
_LISTED = [command for command in COMMANDS if command.listed]
IN_PRIVATE = tuple(Described(c.name, c.chinese, c.english) for c in _LISTED)
IN_GROUPS = (_ASK, *(Described(c.name, c.chinese, c.english) for c in _LISTED if c.in_groups))


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
