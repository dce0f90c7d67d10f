"""Who is let in: a session's cookie on every page; our own origin and a form token on whatever changes something."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.administration.admin_links import SESSION_VALID, AdminLinks
from bot.channels.http.admin import admin_wording
from bot.channels.http.request_bodies import read_form
from bot.channels.http.request_errors import RequestError
from bot.channels.http.web_context import Web


@dataclass(frozen=True, slots=True)
class Visit:
    """An admin at a page. ``token`` has to come back with every form."""

    who: str
    key: str

    @property
    def token(self) -> str:
        """Follows from the session's key, which no page shows and no script can read."""
        return hmac.digest(self.key.encode(), b"form", "sha256").hex()


class Guard:
    """Stands before every admin page."""

    def __init__(self, web: Web, links: AdminLinks) -> None:
        self._web, self._links = web, links
        self._secure = web.public_url.startswith("https:")
        self._reachable = self._secure or _is_loopback(urlsplit(web.public_url).hostname or "")
        self.cookie = "__Host-admin" if self._secure else "admin"

    async def visit(self, request: Request) -> Visit:
        """Who asks for a page.

        Raises:
            RequestError: 403, if it is nobody with a session.
        """
        await self.admit(request)
        key = request.cookies.get(self.cookie, "")
        who = await self._links.who(key) if key else None
        if who is None:
            raise RequestError(403, "not_signed_in", admin_wording.NO_ENTRY)
        return Visit(who, key)

    async def form(self, request: Request) -> tuple[Visit, Mapping[str, str]]:
        """Who sends a form, and what is in it.

        Raises:
            RequestError: 403, if there is no session, or the form is not one of our pages'.
        """
        visit = await self.visit(request)
        self.require_origin(request)
        form = await read_form(request)
        if not hmac.compare_digest(form.get("token", "").encode(), visit.token.encode()):
            raise RequestError(403, "stale_form", admin_wording.STALE_FORM)
        return visit, form

    async def admit(self, request: Request) -> None:
        """Count a request; a cookie that anybody on the way could read is not given out at all."""
        await self._web.admit(request)
        if not self._reachable:
            raise RequestError(403, "not_safe", admin_wording.NOT_SAFE)

    def require_origin(self, request: Request) -> None:
        """Refuse what another site's page sends."""
        if request.headers.get("origin") != self._web.public_url:
            raise RequestError(403, "wrong_origin", admin_wording.WRONG_ORIGIN.format(url=self._web.public_url))

    def let_in(self, response: Response, key: str) -> None:
        """Give the session's cookie along."""
        age = int(SESSION_VALID.total_seconds())
        response.set_cookie(self.cookie, key, max_age=age, secure=self._secure, httponly=True, samesite="strict")

    def let_out(self, response: Response) -> None:
        """Take it back."""
        response.delete_cookie(self.cookie, secure=self._secure, httponly=True, samesite="strict")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
