"""The page people talk on, for browsers with the script and without, and the pages of few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from bot.channels.http.web_turns import Asked, take_turn, take_turn_anyway
from bot.compiled.snapshot import Snapshot
from bot.dialogue import wording
from bot.model.session import Option

_BLANK = {"sections": [], "options": [], "measures": [], "cited": [], "delicate": False, "why": [], "session": ""}

_MOST_CARRIED = 7_000
"""Characters a form carries of the turn before; beside what is typed they stay within what a request may have."""

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
            again = self._asked_again(form, snapshot)
            if again is not None:
                return self._talk(status=400, alert=web_wording.NOTHING_ASKED, **again)
            # The conversation goes on: without the script it lives in the form alone.
            return self._pages.message(web_wording.NOTHING_ASKED, status=400, session=form.get("session", "")[:MOST_SESSION])
        region = form.get("region")
        known = region if region in snapshot.knowledge.region_by_id else None
        asked = Asked(text if action is None else "", action, form.get("session", "")[:MOST_SESSION] or None, known)
        turn = timed_turn(self._web, asked, snapshot, take_turn_anyway)
        return self._talk(**self._shown(asked, view_of(turn, snapshot)))

    def _shown(self, asked: Asked, view: dict[str, Any]) -> dict[str, Any]:
        """A turn as the page shows it; ``again`` is what its forms carry, so that it can be shown once more."""
        text = asked.text.strip()
        said = text if asked.action is None else label_of(asked.action, self._offered(asked))
        again = {"was_text": text, "was_action": asked.action or "", "was_region": asked.region or "", "before": asked.token or ""}
        fits = sum(map(len, again.values())) + len(view["session"]) < _MOST_CARRIED
        return {"view": view, "said": said, "question": text, "again": again if fits else {}}

    def _asked_again(self, form: Mapping[str, str], snapshot: Snapshot) -> dict[str, Any] | None:
        """The turn before, from what its form carries, and not counted. None if the form carries none.

        It is answered anew from what is live now: if the knowledge was exchanged meanwhile, it may read otherwise than it did.
        """
        text, action = readable(form.get("was_text", ""))[:MOST_TEXT], form.get("was_action", "")[:MOST_ACTION] or None
        region = form.get("was_region") if form.get("was_region") in snapshot.knowledge.region_by_id else None
        asked = Asked(text if action is None else "", action, form.get("before", "")[:MOST_SESSION] or None, region)
        if action is None and not text.strip():
            return None
        try:
            return self._shown(asked, view_of(take_turn(asked, snapshot, self._web.tokens, self._web.today()), snapshot))
        except BadTokenError:
            return None

    def _offered(self, asked: Asked) -> Sequence[Option]:
        """The options that stood under the answer before."""
        try:
            return self._web.tokens.open(asked.token or "").options
        except BadTokenError:
            return ()

    def _talk(self, status: int = 200, **values: Any) -> Response:
        blank = {"examples": web_wording.EXAMPLES, "blank": _BLANK, "chosen": "", "again": {}, "judged": "", "alert": ""}
        return self._pages.page("talk.html", status, **(blank | values))

    async def feedback(self, request: Request) -> Response:
        """Whether an answer helped, by form; a question typed is kept only with its asker's leave."""
        await self._web.admit(request)
        form = await read_form(request)
        helpful, keep = form.get("helpful") == "yes", form.get("keep")
        question, session = form.get("question", "")[:MOST_TEXT], form.get("session", "")[:MOST_SESSION]
        again = self._asked_again(form, self._web.snapshot())
        if not helpful and question and keep is None:
            if again is not None:
                return self._talk(judged="keep", **again)
            return self._pages.message(web_wording.SORRY, question=question, session=session, ask_to_keep=True)
        note_feedback(self._web, helpful=helpful, question=question if keep == "yes" else None)
        if again is not None:
            return self._talk(judged="thanks", **again)
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
