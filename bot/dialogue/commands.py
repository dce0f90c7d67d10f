"""The bot's commands: one registry from which help, menus, lists of commands and the checks of content are made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BotCommand:
    """A command. ``personal``: its answer may hold what one person said; ``listed`` in menus that show the most used only,
    ``in_groups`` also in those of groups.
    """

    name: str
    chinese: str
    english: str
    personal: bool = False
    listed: bool = True
    in_groups: bool = False

    @property
    def action(self) -> str:
        """Its id on a button."""
        return f"do:{self.name}"


COMMANDS = (
    BotCommand("my", "我和家人能享受什么", "What I am entitled to", personal=True),
    BotCommand("region", "选择或更换地区", "Choose your region"),
    BotCommand("facts", "看或改我说过的情况", "See or change what I told you", personal=True),
    BotCommand("menu", "按地区浏览全部措施", "Browse all measures by region", in_groups=True),
    BotCommand("card", "能转给家人看的卡片", "A card to forward to your family", listed=False),
    BotCommand("sources", "依据的文件", "Documents the answers come from", in_groups=True),
    BotCommand("why", "上一个回答的依据", "How the last answer came about", personal=True, in_groups=True),
    BotCommand("privacy", "隐私说明", "What is kept and what is not", in_groups=True),
    BotCommand("help", "怎么用", "How to use this bot", in_groups=True),
    BotCommand("back", "上一步", "One step back", personal=True, listed=False),
    BotCommand("cancel", "停止正在问的问题", "Stop the current question"),
    BotCommand("restart", "重新开始", "Start over", listed=False),
    BotCommand("forget", "删除关于我的全部记录", "Delete all that is kept of me", personal=True),
)
"""In the order in which menus show them."""

BY_NAME = {command.name: command for command in COMMANDS}

ON_THE_MATTER_IN_HAND = ("full", "simpler", "human", "change-count", "change-rate", "all")
"""What can be said or tapped about the last answer; no command of its own in any menu."""

USEFUL, USELESS = "useful", "useless"
COMPLAINT = "complaint"
"""The phrase by which people say that an answer was no use."""

JUDGING = (USEFUL, USELESS)
"""What somebody thinks of the last answer; a channel that counts looks for it in ``Reply.command``."""
