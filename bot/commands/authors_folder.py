"""The folder that the commands which write for an author write into."""

from __future__ import annotations

from pathlib import Path

from bot.commands.command import UsageError
from bot.settings import Settings, shipped_knowledge


def authors_folder(settings: Settings) -> Path:
    """The knowledge folder if it is an author's own: an installed package's is nobody's to write in.

    Raises:
        UsageError: if it is not.
    """
    folder = settings.knowledge_dir
    if folder == shipped_knowledge() and folder.name == "shipped_knowledge":
        raise UsageError("自带的知识在安装包里，不能往里写；先复制一份，再用 --knowledge 或 BOT_KNOWLEDGE_DIR 指明")
    return folder
