"""One-time links to the admin pages, and the sessions they begin."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.storage import admin_access, audit
from bot.storage.database import Database

LINK_VALID = timedelta(minutes=15)
SESSION_VALID = timedelta(hours=8)
ENTRANCE = "/admin/enter"
_SIGNED_IN, _LINK_MADE = "打开管理页面", "要了管理链接"


class AdminLinks:
    """Who may open the admin pages. ``address`` is where the web is found, without a slash at its end."""

    def __init__(self, database: Database, address: str, now: Callable[[], datetime]) -> None:
        """``now`` is the time of day with its zone."""
        self._database, self._address, self._now = database, address, now

    async def link(self, who: str) -> str:
        """A link that lets ``who`` in once, within a quarter of an hour."""
        key, now = secrets.token_urlsafe(32), self._now()
        async with self._database.writing() as connection:
            await connection.run_sync(admin_access.purge, now)
            await connection.run_sync(admin_access.add, admin_access.links, key, who, now + LINK_VALID)
            await connection.run_sync(audit.record, audit.Entry(now, who, _LINK_MADE, ""))
        return f"{self._address}{ENTRANCE}?key={key}"

    async def enter(self, key: str) -> str | None:
        """Redeem a link: the key of the session that begins, or None if the link opens nothing."""
        session, now = secrets.token_urlsafe(32), self._now()
        async with self._database.writing() as connection:
            who = await connection.run_sync(admin_access.redeem, key, now)
            if who is None:
                return None
            await connection.run_sync(admin_access.add, admin_access.sessions, session, who, now + SESSION_VALID)
            await connection.run_sync(audit.record, audit.Entry(now, who, _SIGNED_IN, ""))
        return session

    async def who(self, session: str) -> str | None:
        """Whose session it is; None if it has ended."""
        now = self._now()
        async with self._database.reading() as connection:
            return await connection.run_sync(admin_access.holder, admin_access.sessions, session, now)

    async def leave(self, session: str) -> None:
        """End a session."""
        async with self._database.writing() as connection:
            await connection.run_sync(admin_access.end, session)
