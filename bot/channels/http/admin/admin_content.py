"""The content as people see it: every measure in every kind of reply, asked of the real bot."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.http import web_wording
from bot.channels.http.admin.admin_office import Office
from bot.channels.http.admin.measure_replies import replies_of
from bot.channels.http.reply_view import title_of
from bot.channels.http.request_errors import RequestError

PLACE = "/admin/content"


class ContentPages:
    """The handlers of ``/admin/content``."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route(PLACE, self.overview, methods=["GET"]),
            Route(f"{PLACE}/{{measure}}", self.measure, methods=["GET"]),
        ]

    async def overview(self, request: Request) -> Response:
        """All measures by region and area."""
        visit = await self._office.guard.visit(request)
        return self._office.page("content", visit, PLACE, parts=self._office.holder.snapshot.knowledge.regions)

    async def measure(self, request: Request) -> Response:
        """One measure: what it is asked by, and what is answered."""
        visit, name = await self._office.guard.visit(request), request.path_params["measure"]
        snapshot = self._office.holder.snapshot
        measure = snapshot.knowledge.measure_by_id.get(name)
        if measure is None:
            raise RequestError(404, "not_found", web_wording.NOT_FOUND)
        ids = list(snapshot.knowledge.measure_by_id)
        at = ids.index(name)
        around = {"before": ids[at - 1] if at else "", "after": ids[at + 1] if at + 1 < len(ids) else ""}
        replies = replies_of(measure, snapshot, self._office.web.today())
        title = title_of(measure, snapshot)
        return self._office.page("measure", visit, PLACE, measure=measure, title=title, replies=replies, **around)
