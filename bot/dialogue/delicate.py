"""What channels must not do while somebody is in distress."""

from __future__ import annotations

from bot.model.reply import Reply
from bot.model.session import Session


def is_delicate(reply: Reply, after: Session) -> bool:
    """Whether somebody is in distress: they are not asked for marks, and nothing they say is kept, not even what was declined.

    ``after`` is the session that the reply left.
    """
    return after.gentle is not None or reply.opening is not None
