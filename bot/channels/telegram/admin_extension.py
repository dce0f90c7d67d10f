"""The seam for commands that are not for everyone: what an extension of the channel has to offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.administration.described import Described
from bot.model.reply import Reply


class Extension(Protocol):
    """Commands and buttons for admins. Asked only for an admin's wish in that admin's private chat."""

    @property
    def commands(self) -> Sequence[Described]:
        """The commands it knows, as the command menu shows them."""

    async def command(self, name: str, argument: str, user: int) -> Reply:
        """Carry out one of its commands."""

    async def action(self, action: str, user: int) -> Reply:
        """Carry out one of its buttons. ``action`` begins with ``ACTION_PREFIX``."""
