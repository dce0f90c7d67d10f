"""What each command does: takes the parsed arguments and the settings, returns the exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from bot.commands import asking, operating
from bot.commands.ready import UsageError
from bot.settings import Settings

Command = Callable[[Namespace, Settings], int]

COMMANDS: dict[str, Command] = {
    "chat": asking.chat,
    "ask": asking.ask,
    "why": asking.why,
    "telegram": operating.telegram,
    "check": operating.check,
    "schema": operating.schema,
    "gaps": operating.gaps,
    "taught": operating.taught,
    "new-region": operating.new_region,
    "import": operating.import_document,
    "bench": asking.bench,
}
"""Every command by its name."""

__all__ = ["COMMANDS", "Command", "UsageError"]
