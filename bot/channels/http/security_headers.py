"""The outermost layer: the same headers on every response, and an apology where the program itself fails."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.http import web_wording

_log = logging.getLogger(__name__)

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""Own scripts and styles, and no script that makes markup of text."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_HTTPS_FOR_A_YEAR = "max-age=31536000"


class SecurityHeaders:
    """Wraps an application. ``https``: browsers are told to come by https only; ``failed`` is called for each fault of ours."""

    def __init__(self, app: ASGIApp, *, https: bool, failed: Callable[[], None]) -> None:
        self._app, self._https, self._failed = app, https, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; nothing is raised."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                self._add(MutableHeaders(scope=message))
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:  # noqa: BLE001 - the last line of defence: one request must not show a traceback
            reference = secrets.token_hex(4)
            self._failed()
            _log.error("a request failed, reference %s", reference, exc_info=error)
            if not begun:
                await _apology(scope, web_wording.apology(reference))(scope, receive, send_with_headers)

    def _add(self, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers[name] = value
        headers.setdefault("Cache-Control", "no-store")
        if self._https:
            headers["Strict-Transport-Security"] = _HTTPS_FOR_A_YEAR


def _apology(scope: Scope, text: str) -> Response:
    """As a program wants it, or as a person who sees the answer itself: without a template, which may be what failed."""
    if "text/html" in Headers(scope=scope).get("accept", ""):
        return PlainTextResponse(text, 500)
    return JSONResponse({"error": "internal", "message": text}, 500)
