"""The paths at which other channels are joined, while they run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.hook import Hook, HookRequest
from bot.channels.http import web_wording
from bot.channels.http.request_bodies import MOST_HOOK_BYTES, read_body
from bot.channels.http.request_errors import RequestError

_METHODS = ("GET", "POST")


class JoinedHooks:
    """Hooks by path. A channel joins when it is ready and leaves when it stops."""

    def __init__(self) -> None:
        self._hooks: dict[str, Hook] = {}

    @asynccontextmanager
    async def joined(self, path: str, hook: Hook) -> AsyncIterator[None]:
        """Answer requests at a path with a hook for as long as the context lasts."""
        self._hooks[path] = hook
        try:
            yield
        finally:
            del self._hooks[path]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what no page is there for.

        Raises:
            RequestError: 404 if no channel is there either; and as ``read_body``.
        """
        hook = self._hooks.get(scope["path"])
        if hook is None or scope["method"] not in _METHODS:
            raise RequestError(404, "not_found", web_wording.NOT_FOUND)
        request = Request(scope, receive)
        body = await read_body(request, MOST_HOOK_BYTES)
        headers = {name.lower(): value for name, value in request.headers.items()}
        told = await hook(HookRequest(request.method, headers, dict(request.query_params), body))
        await Response(told.body, told.status, headers={"Content-Type": told.content_type})(scope, receive, send)
