"""Pages to be passed on: a measure, a topic, a region, each with its QR code. Public ids only, never what somebody typed."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import segno
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.card_content import card_of
from bot.channels.http import web_wording
from bot.channels.http.reply_view import options_view, sections_view, title_of
from bot.channels.http.request_errors import RequestError
from bot.channels.http.web_context import Web
from bot.channels.http.web_templates import Pages
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.model.knowledge import RegionKnowledge
from bot.model.reply import LineKind, Reply, Section
from bot.model.session import Session

_MOST_PAGES = 8
_KINDS = ("m", "t", "r")
_FOR_AN_HOUR = {"Cache-Control": "public, max-age=3600"}


@dataclass(frozen=True, slots=True)
class Shared:
    """What such a page shows, and the conversation it can be gone on with."""

    heading: str
    lead: str
    blocks: tuple[dict[str, Any], ...]
    reply: Reply | None = None
    session: Session = Session()


class SharePages:
    """The handlers of ``/m/…``, ``/t/…``, ``/r/…``, ``/qr/…`` and ``/card/…``."""

    def __init__(self, web: Web, pages: Pages) -> None:
        self._web, self._pages = web, pages

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route("/qr/{kind}/{id}.svg", self.code, methods=["GET"]),
            Route("/card/{id}.png", self.picture, methods=["GET"]),
            *(Route(f"/{kind}/{{id}}", self.show, methods=["GET"], name=kind) for kind in _KINDS),
        ]

    async def show(self, request: Request) -> Response:
        """One page."""
        await self._web.admit(request)
        kind, name = request.url.path.split("/")[1], request.path_params["id"]
        snapshot = self._web.snapshot()
        shared = self._shared(kind, name, snapshot)
        return self._pages.page(
            "share.html",
            heading=shared.heading,
            lead=shared.lead,
            blocks=shared.blocks,
            options=options_view(shared.reply.options) if shared.reply else (),
            session=self._web.tokens.seal(shared.session),
            link=f"{self._web.public_url}/{kind}/{name}",
            qr=f"/qr/{kind}/{name}.svg" if self._web.found_by_all else None,
            picture=f"/card/{name}.png" if kind == "m" and self._web.pictures and name in snapshot.carded else None,
        )

    async def code(self, request: Request) -> Response:
        """The QR code of one page."""
        await self._web.admit(request)
        kind, name = request.path_params["kind"], request.path_params["id"]
        if kind not in _KINDS or name not in known_ids(kind, self._web.snapshot()):
            raise RequestError(404, "not_found", web_wording.NOT_FOUND)
        image = io.BytesIO()
        segno.make(f"{self._web.public_url}/{kind}/{name}", error="m").save(image, kind="svg", scale=4, border=4, light="#fff")
        return Response(image.getvalue(), media_type="image/svg+xml")

    async def picture(self, request: Request) -> Response:
        """The card of a measure as a picture: what it gives to anybody."""
        await self._web.admit(request)
        name, pictures = request.path_params["id"], self._web.pictures
        card = card_of(name, Session(), self._web.snapshot(), self._web.today())
        if card is None or pictures is None:
            raise RequestError(404, "not_found", web_wording.NOT_FOUND)
        link = f"{self._web.public_url}/m/{name}" if self._web.found_by_all else None
        return Response(await pictures.png(card.content, link), media_type="image/png", headers=_FOR_AN_HOUR)

    def _shared(self, kind: str, name: str, snapshot: Snapshot) -> Shared:
        if name not in known_ids(kind, snapshot):
            raise RequestError(404, "not_found", web_wording.NOT_FOUND)
        if kind == "m":
            return self._measure(name, snapshot)
        return self._topic(name, snapshot) if kind == "t" else self._region(snapshot.knowledge.region_by_id[name], snapshot)

    def _measure(self, name: str, snapshot: Snapshot) -> Shared:
        region = snapshot.knowledge.region_of[name].region
        reply, session = self._said(f"measure:{name}", region.id, snapshot)
        whole = block(web_wording.WHOLE_MEASURE, sections_view(self._pages_of(name, session, snapshot), snapshot))
        first = block("", sections_view(reply.sections, snapshot))
        measure = snapshot.knowledge.measure_by_id[name]
        topics = (snapshot.topic_by_id[topic] for topic in measure.topics)
        links = [{"path": f"/t/{topic.id}", "title": topic.title, "about": ""} for topic in topics]
        return Shared(title_of(measure, snapshot), "", (first, whole, block(web_wording.EVERYWHERE, links=links)), reply, session)

    def _pages_of(self, name: str, session: Session, snapshot: Snapshot) -> list[Section]:
        """All pages of a measure's full text, one after another."""
        action, found = f"full:{name}", dict[str, Section]()
        for _ in range(_MOST_PAGES):
            reply, session = respond(Message(action=action), session, snapshot, self._web.today())
            for section in map(_without_source, reply.sections):
                found.setdefault(section.text, section)
            if action not in [option.action for option in reply.options]:
                break
        return list(found.values())

    def _topic(self, name: str, snapshot: Snapshot) -> Shared:
        blocks = []
        for part in snapshot.knowledge.regions:
            reply, _ = self._said(f"topic:{name}", part.region.id, snapshot)
            sections = sections_view(reply.sections, snapshot)
            blocks.append(block(part.region.full_name, sections, path=f"/r/{part.region.id}"))
        return Shared(snapshot.topic_by_id[name].title, "", tuple(blocks))

    def _region(self, part: RegionKnowledge, snapshot: Snapshot) -> Shared:
        document = part.region.document
        blocks: list[dict[str, Any]] = []
        for area in part.region.areas:
            measures = [measure for measure in part.measures if measure.area == area.id]
            links = [{"path": f"/m/{m.id}", "title": m.title, "about": m.headline or ""} for m in measures]
            blocks.append(block(area.title, links=links))
        phones = [{"name": office.name, "number": office.phone} for office in part.contacts if office.phone]
        if phones:
            blocks.append(block(web_wording.OFFICES, phones=phones))
        reply, session = self._said(f"region:{part.region.id}", None, snapshot)
        lead = web_wording.REGION_LEAD.format(title=document.title, year=document.year)
        return Shared(part.region.full_name, lead, tuple(blocks), reply, session)

    def _said(self, action: str, region: str | None, snapshot: Snapshot) -> tuple[Reply, Session]:
        return respond(Message(action=action), Session(region=region), snapshot, self._web.today())


def block(title: str, sections: Iterable[Any] = (), path: str = "", **lists: list[dict[str, str]]) -> dict[str, Any]:
    """One block of such a page; ``links`` and ``phones`` are its lists."""
    return {"title": title, "path": path, "sections": sections, "links": [], "phones": [], **lists}


def known_ids(kind: str, snapshot: Snapshot) -> frozenset[str]:
    """The public ids of a kind of page."""
    known: dict[str, Iterable[str]] = {
        "m": snapshot.knowledge.measure_by_id,
        "t": snapshot.topic_by_id,
        "r": snapshot.knowledge.region_by_id,
    }
    return frozenset(known[kind])


def _without_source(section: Section) -> Section:
    """A section without its footer: the first answer of the page has it."""
    return section._replace(lines=tuple(line for line in section.lines if line.kind is not LineKind.SOURCE))
