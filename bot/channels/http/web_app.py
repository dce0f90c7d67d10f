"""The application: pages, API, health, metrics, and the paths at which other channels are joined."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Match, Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.http import web_wording
from bot.channels.http.joined_hooks import JoinedHooks
from bot.channels.http.request_errors import RequestError, as_error, json_error, wants_page
from bot.channels.http.security_headers import SecurityHeaders
from bot.channels.http.share_pages import SharePages
from bot.channels.http.talk_pages import TalkPages
from bot.channels.http.web_api import WebApi
from bot.channels.http.web_context import Web
from bot.channels.http.web_metrics import CONTENT_TYPE
from bot.channels.http.web_templates import Pages

_FORWARDING = ("x-forwarded-for", "forwarded", "x-real-ip", "via")
Endpoint = Callable[[Request], Awaitable[Response]]


def build_app(web: Web, hooks: JoinedHooks, more: Sequence[Route] = ()) -> ASGIApp:
    """The application. ``hooks`` are other channels; ``more`` are routes of other pages."""
    pages = Pages(web)
    routes = [
        *TalkPages(web, pages).routes(),
        *SharePages(web, pages).routes(),
        *WebApi(web).routes(),
        Route("/static/{name}", pages.file, methods=["GET"]),
        Route("/favicon.ico", pages.file, methods=["GET"]),
        Route("/healthz", _alive, methods=["GET"]),
        Route("/readyz", _readiness(web), methods=["GET"]),
        Route("/metrics", _metrics(web), methods=["GET"]),
        *more,
    ]

    async def refused(request: Request, error: Exception) -> Response:
        told = error if isinstance(error, RequestError) else as_error(404)
        if isinstance(error, HTTPException):
            told = as_error(error.status_code, _methods_of(routes, request) if error.status_code == 405 else None)
        return pages.error(told) if wants_page(request) else json_error(told)

    # Starlette's own application would answer faults of ours itself, before anybody could number them.
    router = Router(routes, redirect_slashes=False, default=hooks)
    told = ExceptionMiddleware(router, handlers={RequestError: refused, HTTPException: refused})
    return SecurityHeaders(_Counted(told, web), https=web.public_url.startswith("https:"), failed=lambda: web.faults.count("WebError"))


def _methods_of(routes: Sequence[Route], request: Request) -> str:
    """The methods an address knows: a router tells those of the first route that has it."""
    found = [route.methods or () for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    return ", ".join(sorted(set().union(*found)))


class _Counted:
    """Counts requests by route and status; of an address nothing is kept."""

    def __init__(self, app: ASGIApp, web: Web) -> None:
        self._app, self._web = app, web

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        status = 500
        scope.setdefault("app", self)  # without one, the router would answer what it does not know in words of its own

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            if scope["type"] == "http":
                self._web.metrics.request(getattr(scope.get("route"), "path", "other"), status)


async def _alive(_: Request) -> Response:
    return PlainTextResponse("ok")


def _readiness(web: Web) -> Endpoint:
    async def answer(_: Request) -> Response:
        if not await web.ready():
            raise RequestError(503, "not_ready", web_wording.STOPPING)
        return PlainTextResponse("ready")

    return answer


def _metrics(web: Web) -> Endpoint:
    async def answer(request: Request) -> Response:
        if not may_read_metrics(request, web.metrics_token):
            raise RequestError(403, "forbidden", web_wording.NO_METRICS)
        return Response(web.metrics.text(), media_type=CONTENT_TYPE)

    return answer


def may_read_metrics(request: Request, token: str | None) -> bool:
    """With a token set, whoever knows it; else this machine only, and nobody for whom a proxy asks."""
    if token is not None:
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    host = request.client.host if request.client is not None else ""
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    return local and not any(name in request.headers for name in _FORWARDING)
