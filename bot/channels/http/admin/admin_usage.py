"""How much the bot is used: plots of counters, each with its table."""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.http.admin import admin_wording
from bot.channels.http.admin.admin_office import Office
from bot.channels.http.admin.usage_plots import Plot, by, of_use, over_time, parted
from bot.storage import usage

PLACE = "/admin/usage"
SPANS = (30, 90, 400)


class UsagePages:
    """The handler of ``/admin/usage``."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def routes(self) -> list[Route]:
        """Where it is found."""
        return [Route(PLACE, self.overview, methods=["GET"])]

    async def overview(self, request: Request) -> Response:
        """Turns over time, by channel, outcome, region and topic, and what was thought of answers."""
        visit = await self._office.guard.visit(request)
        asked = request.query_params.get("days", "")
        days = next((span for span in SPANS if str(span) == asked), SPANS[0])
        plots = await self._plots(days)
        return self._office.page("usage", visit, PLACE, days=days, spans=SPANS, timeline=plots[0], plots=plots[1:])

    async def _plots(self, days: int) -> list[Plot]:
        today, knowledge = self._office.web.today(), self._office.holder.snapshot.knowledge
        async with self._office.database.reading() as connection:
            stored = await connection.run_sync(usage.since, today - timedelta(days=days - 1))
        counted, judged = parted(stored)
        regions = {part.region.id: part.region.name for part in knowledge.regions}
        topics = {topic.id: topic.title for topic in knowledge.topics}
        return [
            over_time(counted, today, days),
            by("channel", counted, admin_wording.CHANNELS, ""),
            by("decision", counted, admin_wording.DECISIONS, ""),
            of_use(judged),
            by("region", counted, regions, admin_wording.NO_REGION),
            by("topic", counted, topics, admin_wording.NO_TOPIC),
        ]
