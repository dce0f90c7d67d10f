"""Questions nobody could answer: in clusters, to be taught in two taps, dropped, or taken away as a table."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.administration.gap_table import write_csv
from bot.channels.http.admin import admin_wording
from bot.channels.http.admin.admin_office import Office, back_to
from bot.channels.http.reply_view import sections_view
from bot.channels.http.request_errors import RequestError
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from bot.storage import unanswered
from bot.teaching import clusters
from bot.teaching.clusters import Cluster

PLACE = "/admin/gaps"
_MOST_NUMBER = 2**63 - 1
_SHOWN, _TOPICS_SHOWN, _CSV_WITH_TOPICS = 40, 4, 200


class GapPages:
    """The handlers of ``/admin/gaps``."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route(PLACE, self.overview, methods=["GET"]),
            Route(f"{PLACE}.csv", self.table, methods=["GET"]),
            Route(f"{PLACE}/{{number:int}}", self.one, methods=["GET"]),
            Route(f"{PLACE}/{{number:int}}/teach", self.teach, methods=["POST"]),
            Route(f"{PLACE}/{{number:int}}/drop", self.drop, methods=["POST"]),
        ]

    async def overview(self, request: Request) -> Response:
        """The largest clusters with the topics they may belong to."""
        visit = await self._office.guard.visit(request)
        found = await self._clusters()
        shown = await self._with_topics(found[:_SHOWN])
        return self._office.page("gaps", visit, PLACE, found=shown, total=len(found), names=self._names(), most=_TOPICS_SHOWN)

    async def one(self, request: Request) -> Response:
        """One cluster: which topic, and, once chosen, how it would be answered."""
        visit, number = await self._office.guard.visit(request), number_in(request)
        found = next((c for c in await self._clusters() if number in [q.number for q in c.questions]), None)
        if found is None:
            raise RequestError(404, "gone", admin_wording.GAP_GONE)
        text = next(q.text for q in found.questions if q.number == number)
        near = (await self._with_topics([found]))[0].topics
        topic = request.query_params.get("topic", "")
        chosen = topic if topic in self._names() else ""
        values = {"near": near, "names": self._names(), "chosen": chosen, "answers": self._answers(chosen)}
        return self._office.page("gap", visit, PLACE, number=number, text=text, cluster=found, **values)

    async def teach(self, request: Request) -> Response:
        """Teach it; the examples of all measures are asked first, which takes a while."""
        visit, form = await self._office.guard.form(request)
        argument = f"{number_in(request)}:{form.get('topic', '')}"

        async def work() -> Sequence[str]:
            return (await self._office.gaps.teach(argument, visit.who)).text.splitlines()

        await self._office.job.start(PLACE, admin_wording.TEACHING, work)
        return back_to(PLACE)

    async def drop(self, request: Request) -> Response:
        """Put a cluster away."""
        visit, _ = await self._office.guard.form(request)
        reply = await self._office.gaps.drop(str(number_in(request)), 0)
        await self._office.record(visit.who, admin_wording.DROPPED_AUDIT)
        self._office.job.tell(PLACE, *reply.text.splitlines())
        return back_to(PLACE)

    async def table(self, request: Request) -> Response:
        """Every question, for a spreadsheet."""
        visit = await self._office.guard.visit(request)
        found = await self._clusters()
        found = [*await self._with_topics(found[:_CSV_WITH_TOPICS]), *found[_CSV_WITH_TOPICS:]]
        stream = io.StringIO(newline="")
        write_csv(found, stream)
        await self._office.record(visit.who, admin_wording.CSV_AUDIT)
        name = f"gaps-{self._office.web.today().isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(stream.getvalue().encode("utf-8-sig"), media_type="text/csv", headers=headers)

    async def _clusters(self) -> list[Cluster]:
        async with self._office.database.reading() as connection:
            stored = await connection.run_sync(unanswered.questions)
        return await asyncio.to_thread(clusters.clusters, stored)

    async def _with_topics(self, found: Sequence[Cluster]) -> list[Cluster]:
        snapshot, today = self._office.holder.snapshot, self._office.web.today()
        return await asyncio.to_thread(clusters.with_topics, found, snapshot, today)

    def _names(self) -> dict[str, str]:
        return {topic.id: topic.title for topic in self._office.holder.snapshot.knowledge.topics}

    def _answers(self, topic: str) -> list[dict[str, Any]]:
        """How a topic is answered in each region."""
        snapshot, today = self._office.holder.snapshot, self._office.web.today()
        answers = []
        for part in snapshot.knowledge.regions if topic else ():
            reply, _ = respond(Message(action=f"topic:{topic}"), Session(region=part.region.id), snapshot, today)
            answers.append({"title": part.region.name, "sections": sections_view(reply.sections, snapshot)})
        return answers


def number_in(request: Request) -> int:
    """The number of a question in an address, if the store can have such a one.

    Raises:
        RequestError: 404, if not.
    """
    number: int = request.path_params["number"]
    if number > _MOST_NUMBER:
        raise RequestError(404, "gone", admin_wording.GAP_GONE)
    return number
