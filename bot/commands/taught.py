"""``taught``: what admins taught in chat, also as lines an author can paste into a topic file."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from bot.commands.command import DONE, FOUND_PROBLEMS, Command, Parser
from bot.settings import Settings
from bot.streams import say

if TYPE_CHECKING:
    from bot.teaching.overlay import Overlay


def add_arguments(parser: Parser) -> None:
    """How it is shown."""
    parser.options.add_argument("--export", action="store_true", help="写成作者可以粘贴进话题文件的样子")


def run(arguments: Namespace, settings: Settings) -> int:
    """Show what was taught."""
    from bot.teaching.overlay import overlay_file, read_overlay

    overlay, problems = read_overlay(overlay_file(settings.data_dir))
    for problem in problems:
        say(str(problem))
    if problems:
        return FOUND_PROBLEMS
    if not overlay.taught:
        say("还没有教过任何问法。")
    elif arguments.export:
        _export(overlay)
    else:
        for item in overlay.taught:
            say(f"{item.on}  {item.topic}  {item.says}")
    return DONE


def _export(overlay: Overlay) -> None:
    from bot.teaching.overlay import VIEWPOINT

    for topic in dict.fromkeys(item.topic for item in overlay.taught):
        say(f"# topics/{topic}.yaml\nphrasings:\n  {VIEWPOINT}:")
        for item in overlay.taught:
            if item.topic == topic:
                say(f"    - {json.dumps(item.says, ensure_ascii=False)}")


COMMAND = Command("taught", "列出管理员在聊天里教过的问法", run, add_arguments)
