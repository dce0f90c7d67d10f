"""What the tests of the admin pages share: an installation on the small folder, its pages asked in memory."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from starlette.routing import Route

from bot.administration.admin_links import AdminLinks
from bot.administration.desk import journal_in
from bot.channels.http.admin.admin_office import Office
from bot.channels.http.admin.admin_pages import admin_routes
from bot.channels.http.joined_hooks import JoinedHooks
from bot.channels.http.web_app import build_app
from bot.channels.http.web_context import Web
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.startup import open_knowledge
from bot.storage import unanswered
from bot.storage.database import Database
from tests.authors.folders import base_folder
from tests.channels.http.webbing import DAY, URL, make_web
from tests.reloading.examining import examined_here


@dataclass
class Admins:
    """An installation, and the time of day there."""

    folder: Path
    holder: KnowledgeHolder
    database: Database
    time: list[datetime]
    url: str = URL
    offices: list[Office] = field(default_factory=list)

    def now(self) -> datetime:
        return self.time[0]

    def passes(self, span: timedelta) -> None:
        self.time[0] += span

    @property
    def links(self) -> AdminLinks:
        return AdminLinks(self.database, self.url, self.now)

    def more(self, web: Web) -> list[Route]:
        """The routes of the pages, for an address."""
        self.url = web.public_url
        office = Office(web, self.links, self.holder, self.database, self.now)
        self.offices.append(office)
        return admin_routes(office)

    async def idle(self) -> None:
        """Wait until nothing is being done for anybody."""
        for office in self.offices:
            await office.job.idle()

    def client(self, url: str = URL) -> httpx.AsyncClient:
        """A browser of its own."""
        web = replace(make_web(self.holder.snapshot, public_url=url), snapshot=lambda: self.holder.snapshot)
        transport = httpx.ASGITransport(build_app(web, JoinedHooks(), self.more(web)))
        headers = {"Accept": "text/html", "Origin": url}
        return httpx.AsyncClient(transport=transport, base_url=url, trust_env=False, headers=headers)

    async def ask(self, *texts: str) -> None:
        """Questions nobody could answer."""
        async with self.database.writing() as connection:
            for text in texts:
                await connection.run_sync(unanswered.keep, text, DAY)


@asynccontextmanager
async def installed(where: Path) -> AsyncIterator[Admins]:
    """An installation in a folder."""
    folder, time = base_folder(where), [datetime(2026, 11, 28, 12, tzinfo=UTC)]
    database = Database.in_folder(where / "data")
    await database.open()
    journal = journal_in(database, lambda: time[0])
    with examined_here():
        yield Admins(folder, open_knowledge(folder, where / "data", now=lambda: time[0], journal=journal), database, time)
    await database.close()


async def enter(admins: Admins, client: httpx.AsyncClient) -> str:
    """Open the pages by a link; the form token."""
    link = await admins.links.link("7")
    key = httpx.URL(link).params["key"]
    entered = await client.post("/admin/enter", data={"key": key})
    assert entered.status_code == 303, entered.text
    return token_in((await client.get("/admin")).text)


def token_in(page: str) -> str:
    """The form token of a page."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found[1]
