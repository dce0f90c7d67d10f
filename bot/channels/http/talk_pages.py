"""The page people talk on, for browsers with the script and without, and the pages of few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.http import web_wording
from bot.channels.http.openapi import DOCUMENT, MOST_ACTION, MOST_SESSION, MOST_TEXT
from bot.channels.http.reply_view import view_of
from bot.channels.http.request_bodies import read_form, readable
from bot.channels.http.session_tokens import BadTokenError
from bot.channels.http.web_api import note_feedback, timed_turn
from bot.channels.http.web_context import Web
from bot.channels.http.web_templates import Pages
from bot.channels.http.web_turns import Asked, take_turn_anyway
from bot.dialogue import wording
from bot.model.session import Option

_BLANK = {"sections": [], "options": [], "measures": [], "cited": [], "delicate": False, "why": [], "session": ""}

_ALWAYS_OFFERED = {
    "do:human": web_wording.HUMAN,
    "do:my": wording.MY_LABEL,
    "do:region": web_wording.OTHER_REGION,
    "menu": wording.MENU_LABEL,
}


class TalkPages:
    """The handlers of ``/``, ``/feedback``, ``/privacy`` and ``/api``."""

    def __init__(self, web: Web, pages: Pages) -> None:
        self._web, self._pages = web, pages

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route("/", self.first, methods=["GET"]),
            Route("/", self.answer, methods=["POST"]),
            Route("/feedback", self.feedback, methods=["POST"]),
            Route("/privacy", self.privacy, methods=["GET"]),
            Route("/api", self.api, methods=["GET"]),
        ]

    async def first(self, request: Request) -> Response:
        """The first view: what it answers, where one is, what one might ask."""
        chosen = request.query_params.get("region", "")
        return self._talk(view=None, said="", question="", chosen=chosen)

    async def answer(self, request: Request) -> Response:
        """A turn by form."""
        await self._web.admit(request)
        snapshot, form = self._web.snapshot(), await read_form(request)
        text = readable(form.get("example") or form.get("text", ""))[:MOST_TEXT]
        action = form.get("action", "")[:MOST_ACTION] or None
        if action is None and not text.strip():
            # The conversation goes on: without the script it lives in the form alone.
            return self._pages.message(web_wording.NOTHING_ASKED, status=400, session=form.get("session", "")[:MOST_SESSION])
        region = form.get("region")
        known = region if region in snapshot.knowledge.region_by_id else None
        asked = Asked(text if action is None else "", action, form.get("session", "")[:MOST_SESSION] or None, known)
        turn = timed_turn(self._web, asked, snapshot, take_turn_anyway)
        said = text.strip() if action is None else label_of(action, self._offered(asked))
        return self._talk(view=view_of(turn, snapshot), said=said, question=text.strip() if action is None else "")

    def _offered(self, asked: Asked) -> Sequence[Option]:
        """The options that stood under the answer before."""
        try:
            return self._web.tokens.open(asked.token or "").options
        except BadTokenError:
            return ()

    def _talk(self, **values: Any) -> Response:
        examples = web_wording.EXAMPLES
        return self._pages.page("talk.html", **({"examples": examples, "blank": _BLANK, "chosen": ""} | values))

    async def feedback(self, request: Request) -> Response:
        """Whether an answer helped, by form; a question typed is kept only with its asker's leave."""
        await self._web.admit(request)
        form = await read_form(request)
        helpful, keep = form.get("helpful") == "yes", form.get("keep")
        question, session = form.get("question", "")[:MOST_TEXT], form.get("session", "")[:MOST_SESSION]
        if not helpful and question and keep is None:
            return self._pages.message(web_wording.SORRY, question=question, session=session, ask_to_keep=True)
        note_feedback(self._web, helpful=helpful, question=question if keep == "yes" else None)
        return self._pages.message(web_wording.THANKS, session=session)

    async def privacy(self, _: Request) -> Response:
        """What is kept and what is not."""
        return self._pages.message(web_wording.PRIVACY_TITLE, *web_wording.PRIVACY)

    async def api(self, _: Request) -> Response:
        """The API for people who write programs."""
        sample = web_wording.SAMPLE.format(url=self._web.public_url)
        return self._pages.message(web_wording.API_TITLE, web_wording.API_LEAD, endpoints=endpoints(), sample=sample)


def label_of(action: str, offered: Sequence[Option]) -> str:
    """What a tapped button said, where the form tells its action only."""
    labels = {**_ALWAYS_OFFERED, **{option.action: option.label for option in offered}}
    return labels.get(action, web_wording.CHOSEN)


def endpoints() -> list[dict[str, Any]]:
    """The endpoints with the fields they take, as the description has them."""
    schemas = DOCUMENT["components"]["schemas"]
    found = []
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
            fields = schemas[name]["properties"] if name else {}
            told = [{"name": field, "about": about.get("description", "")} for field, about in fields.items()]
            found.append({"method": method.upper(), "path": path, "summary": operation["summary"], "fields": told})
    return found
