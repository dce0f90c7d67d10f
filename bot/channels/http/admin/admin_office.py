"""What the admin pages work with, and how each is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from starlette.responses import RedirectResponse, Response

from bot.administration.admin_links import AdminLinks
from bot.administration.gap_desk import GapDesk
from bot.channels.http.admin.admin_guard import Guard, Visit
from bot.channels.http.admin.one_job import OneJob
from bot.channels.http.web_context import Web
from bot.channels.http.web_templates import Pages
from bot.reloading.hot_reload import KnowledgeHolder
from bot.storage import audit
from bot.storage.database import Database

_LOOK_AGAIN_SECONDS = "3"


@dataclass(frozen=True, slots=True)
class Office:
    """Everything at hand. ``now`` is the time of day with its zone."""

    web: Web
    links: AdminLinks
    holder: KnowledgeHolder
    database: Database
    now: Callable[[], datetime]
    pages: Pages = field(init=False)
    guard: Guard = field(init=False)
    gaps: GapDesk = field(init=False)
    job: OneJob = field(init=False)

    def __post_init__(self) -> None:
        """Add what follows from the rest."""
        object.__setattr__(self, "pages", Pages(self.web))
        object.__setattr__(self, "guard", Guard(self.web, self.links))
        object.__setattr__(self, "gaps", GapDesk(self.holder, self.database, self.now))
        object.__setattr__(self, "job", OneJob(self.now))

    def page(self, name: str, visit: Visit, place: str, **values: Any) -> Response:
        """A page. While something is being done, it is asked for again by itself."""
        running = self.job.running
        headers = {"Refresh": _LOOK_AGAIN_SECONDS} if running is not None else None
        common: dict[str, Any] = {"visit": visit, "place": place, "running": running, "outcome": self.job.outcome(place)}
        return self.pages.page(f"admin/{name}.html", headers=headers, **(common | values))

    async def record(self, who: str, what: str, detail: str = "") -> None:
        """Note what an admin did."""
        entry = audit.Entry(self.now(), who, what, self.holder.status().digest, detail)
        async with self.database.writing() as connection:
            await connection.run_sync(audit.record, entry)


def back_to(path: str) -> Response:
    """On to a page by GET, so that to load it anew sends nothing twice."""
    return RedirectResponse(path, 303)
