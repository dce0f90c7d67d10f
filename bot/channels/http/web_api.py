"""The JSON API: a turn, feedback, the regions. Its description: ``openapi.py``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from time import perf_counter
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.http import web_wording
from bot.channels.http.openapi import DOCUMENT, MOST_ACTION, MOST_MEASURES, MOST_SESSION, MOST_TEXT
from bot.channels.http.reply_view import view_of
from bot.channels.http.request_bodies import read_json, readable
from bot.channels.http.request_errors import RequestError
from bot.channels.http.session_tokens import BadTokenError
from bot.channels.http.web_context import Web
from bot.channels.http.web_turns import Asked, Turn, take_turn
from bot.compiled.snapshot import Snapshot
from bot.dialogue.commands import JUDGING, USEFUL
from bot.model.reply import Decision

CHANNEL = "web"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_ID = 60


class WebApi:
    """The handlers of ``/api/v1``."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route("/api/v1/turn", self.turn, methods=["POST"]),
            Route("/api/v1/feedback", self.feedback, methods=["POST"]),
            Route("/api/v1/regions", self.regions, methods=["GET"]),
            Route("/api/v1/openapi.json", self.openapi, methods=["GET"]),
        ]

    async def turn(self, request: Request) -> Response:
        """Answer one message."""
        await self._web.admit(request)
        snapshot = self._web.snapshot()
        asked = asked_of(await read_json(request), snapshot)
        try:
            turn = timed_turn(self._web, asked, snapshot)
        except BadTokenError:
            raise RequestError(400, "bad_session", web_wording.BAD_SESSION) from None
        return JSONResponse(view_of(turn, snapshot))

    async def feedback(self, request: Request) -> Response:
        """Count whether an answer helped; keep the question, scrubbed, if it is sent along."""
        await self._web.admit(request)
        row = await read_json(request)
        _only(row, ("helpful", "measures", "question", "counted"))
        helpful, measures, question = row.get("helpful"), row.get("measures", []), row.get("question")
        counted = row.get("counted", False)
        if not isinstance(helpful, bool):
            raise _wrong("helpful")
        if not isinstance(measures, list) or len(measures) > MOST_MEASURES or not all(map(_is_id, measures)):
            raise _wrong("measures")
        strange = next((m for m in measures if m not in self._web.snapshot().knowledge.measure_by_id), None)
        if strange is not None:
            raise RequestError(400, "unknown_measure", web_wording.UNKNOWN_MEASURE.format(measure=strange))
        if question is not None and not _is_text(question, MOST_TEXT):
            raise _wrong("question")
        if not isinstance(counted, bool):
            raise _wrong("counted")
        note_feedback(self._web, helpful=helpful, question=question, counted=counted)
        return Response(status_code=204)

    async def regions(self, _: Request) -> Response:
        """The regions whose documents are known."""
        return JSONResponse({"regions": regions_view(self._web.snapshot())})

    async def openapi(self, _: Request) -> Response:
        """The description of this API."""
        return JSONResponse(DOCUMENT | {"servers": [{"url": self._web.public_url}]})


def timed_turn(web: Web, asked: Asked, snapshot: Snapshot, take: Any = take_turn) -> Turn:
    """Answer, count it, and hand a declined question on without its asker."""
    begun = perf_counter()
    turn: Turn = take(asked, snapshot, web.tokens, web.today())
    web.metrics.turn(CHANNEL, turn.reply.decision.value, perf_counter() - begun)
    web.count_turn(CHANNEL, turn.reply, turn.session)
    if turn.reply.command in JUDGING:
        note_feedback(web, helpful=turn.reply.command == USEFUL, question=None)
    if turn.reply.decision is Decision.DECLINE and asked.action is None and not turn.delicate:
        web.keep_question(asked.text)
    return turn


def note_feedback(web: Web, *, helpful: bool, question: str | None, counted: bool = False) -> None:
    """Count it, unless it was when it was typed; a question comes only with its asker's leave."""
    if not counted:
        web.metrics.feedback(CHANNEL, helpful=helpful)
        web.count_judgment(helpful)
    if question and not helpful:
        web.keep_question(readable(question))


def asked_of(row: Mapping[str, Any], snapshot: Snapshot) -> Asked:
    """What a request asks.

    Raises:
        RequestError: 400, with the field that is wrong.
    """
    _only(row, ("text", "action", "session", "region"))
    text, action, token, region = (row.get(key) for key in ("text", "action", "session", "region"))
    if (text is None) == (action is None):
        raise RequestError(400, "bad_request", web_wording.ONE_OF_TWO)
    if text is not None and not _is_text(text, MOST_TEXT):
        raise _wrong("text")
    if action is not None and not (_is_text(action, MOST_ACTION) and action.isascii()):
        raise _wrong("action")
    if token is not None and not _is_text(token, MOST_SESSION):
        raise _wrong("session")
    if region is not None and (not isinstance(region, str) or region not in snapshot.knowledge.region_by_id):
        raise RequestError(400, "unknown_region", web_wording.UNKNOWN_REGION)
    return Asked(readable(text or ""), action, token, region)


def regions_view(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Each region with its document."""
    regions = (part.region for part in snapshot.knowledge.regions)
    return [
        {
            "id": region.id,
            "name": region.name,
            "full_name": region.full_name,
            "document": {"title": region.document.title, "year": region.document.year},
            "path": f"/r/{region.id}",
        }
        for region in regions
    ]


def _only(row: Mapping[str, Any], known: Iterable[str]) -> None:
    strange = sorted(set(row) - set(known))
    if strange:
        message = web_wording.UNKNOWN_FIELD.format(field=readable(strange[0])[:_MOST_ID])
        raise RequestError(400, "bad_request", message)


def _wrong(field: str) -> RequestError:
    return RequestError(400, "bad_request", web_wording.BAD_FIELD.format(field=field))


def _is_text(value: object, most: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= most


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_ID and _ID.fullmatch(value) is not None
