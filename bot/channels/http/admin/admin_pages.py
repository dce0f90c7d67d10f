"""The entrance, the overview and the audit; and all routes of the admin pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.administration.admin_links import ENTRANCE
from bot.administration.fault_names import name_of
from bot.channels.http.admin import admin_wording
from bot.channels.http.admin.admin_content import ContentPages
from bot.channels.http.admin.admin_gaps import GapPages
from bot.channels.http.admin.admin_office import Office, back_to
from bot.channels.http.admin.admin_reload import ReloadPages
from bot.channels.http.admin.admin_usage import UsagePages
from bot.channels.http.request_bodies import read_form
from bot.channels.http.request_errors import RequestError
from bot.storage import audit, unanswered

_AUDIT_SHOWN, _LATELY = 200, 5
_MOST_KEY = 100


def admin_routes(office: Office) -> list[Route]:
    """The routes of all admin pages, for ``build_app``."""
    rooms = (AdminPages(office), GapPages(office), ReloadPages(office), ContentPages(office), UsagePages(office))
    return [route for room in rooms for route in room.routes()]


class AdminPages:
    """The handlers of ``/admin``, ``/admin/enter``, ``/admin/leave`` and ``/admin/audit``."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route("/admin", self.overview, methods=["GET"]),
            Route(ENTRANCE, self.door, methods=["GET"]),
            Route(ENTRANCE, self.enter, methods=["POST"]),
            Route("/admin/leave", self.leave, methods=["POST"]),
            Route("/admin/audit", self.audit, methods=["GET"]),
        ]

    async def door(self, request: Request) -> Response:
        """What a link shows: a button. Programs that look at links for a preview press none."""
        await self._office.guard.admit(request)
        key = request.query_params.get("key", "")[:_MOST_KEY]
        return self._office.pages.page("admin/door.html", key=key)

    async def enter(self, request: Request) -> Response:
        """Redeem a link."""
        guard = self._office.guard
        await guard.admit(request)
        guard.require_origin(request)
        form = await read_form(request)
        session = await self._office.links.enter(form.get("key", "")[:_MOST_KEY])
        if session is None:
            raise RequestError(403, "link_spent", admin_wording.LINK_SPENT)
        response = back_to("/admin")
        guard.let_in(response, session)
        return response

    async def leave(self, request: Request) -> Response:
        """End the session."""
        visit, _ = await self._office.guard.form(request)
        await self._office.links.leave(visit.key)
        response = back_to("/")
        self._office.guard.let_out(response)
        return response

    async def overview(self, request: Request) -> Response:
        """What is loaded, how much there is of it, what went wrong."""
        office, visit = self._office, await self._office.guard.visit(request)
        async with office.database.reading() as connection:
            waiting = await connection.run_sync(unanswered.questions)
            entries = await connection.run_sync(lambda sync: audit.latest(sync, _LATELY))
        status = office.holder.status()
        faults = {name_of(kind): number for kind, number in office.web.faults.counts().items()}
        values = {"live": status, "faults": faults, "waiting": len(waiting), "entries": entries}
        return office.page("overview", visit, "/admin", **values)

    async def audit(self, request: Request) -> Response:
        """Who did what to the knowledge, newest first."""
        visit = await self._office.guard.visit(request)
        async with self._office.database.reading() as connection:
            entries = await connection.run_sync(lambda sync: audit.latest(sync, _AUDIT_SHOWN))
        return self._office.page("audit", visit, "/admin/audit", entries=entries)
