"""The application: pages, API, health, metrics, and the paths at which other channels are joined."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.hook import Hook, HookRequest
from bot.channels.http import web_wording
from bot.channels.http.request_bodies import MOST_HOOK_BYTES, read_body
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


def build_app(web: Web, hooks: Mapping[str, Hook], more: list[Route] | None = None) -> ASGIApp:
    """The application. ``hooks`` are other channels by their path; ``more`` are routes of other pages."""
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
        *(Route(path, _joined(hook), methods=["GET", "POST"]) for path, hook in hooks.items()),
        *(more or ()),
    ]

    async def refused(request: Request, error: Exception) -> Response:
        told = error if isinstance(error, RequestError) else as_error(404)
        if isinstance(error, HTTPException):
            told = as_error(error.status_code, error.headers)
        return pages.error(told) if wants_page(request) else json_error(told)

    # Starlette's own application would answer faults of ours itself, before anybody could number them.
    router = Router(routes, redirect_slashes=False)
    told = ExceptionMiddleware(router, handlers={RequestError: refused, HTTPException: refused})
    return SecurityHeaders(_Counted(told, web), https=web.public_url.startswith("https:"), failed=lambda: web.faults.count("WebError"))


class _Counted:
    """Counts requests by route and status; of an address nothing is kept."""

    def __init__(self, app: ASGIApp, web: Web) -> None:
        self._app, self._web = app, web

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            if scope["type"] == "http":
                route = scope.get("route")
                self._web.metrics.request(getattr(route, "path", "other"), status)


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


def _joined(hook: Hook) -> Endpoint:
    """Another channel's hook as a handler."""

    async def answer(request: Request) -> Response:
        body = await read_body(request, MOST_HOOK_BYTES)
        headers = {name.lower(): value for name, value in request.headers.items()}
        told = await hook(HookRequest(request.method, headers, dict(request.query_params), body))
        return Response(told.body, told.status, headers={"Content-Type": told.content_type})

    return answer
