"""A web server for hooks alone, for a channel that runs without the rest of the site: small bodies, and in good time."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.hook import Hook, HookRequest, HookResponse
from bot.channels.listening import answer_at_once

_MAX_BODY_BYTES = 1 << 20
_BODY_SECONDS = 10.0
_GRACE_SECONDS = 3


class _Server(uvicorn.Server):
    """Signals are the bot's own affair; uvicorn would take them over."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def listening(host: str, port: int, hooks: Mapping[str, Hook]) -> AsyncIterator[None]:
    """Serve each hook under its path for as long as the context lasts. No request is logged: it would hold addresses.

    Raises:
        OSError: if the address cannot be listened on.
    """
    with _listener(host, port) as listener:
        application = Starlette(routes=[_route(path, hook) for path, hook in hooks.items()])
        config = uvicorn.Config(
            application, http="h11", ws="none", lifespan="off", log_config=None, access_log=False,
            proxy_headers=False, server_header=False, timeout_graceful_shutdown=_GRACE_SECONDS,
        )  # fmt: skip
        server = _Server(config)
        task = asyncio.create_task(server.serve([listener]))
        try:
            yield
        finally:
            server.should_exit = True
            await asyncio.wait([task])


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family, backlog=128)
    answer_at_once(listener)
    return listener


def _route(path: str, hook: Hook) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            async with asyncio.timeout(_BODY_SECONDS):
                body = await _body(request)
        except TimeoutError:
            return Response(status_code=408)
        except ClientDisconnect:
            return Response(status_code=400)
        answer = HookResponse(413) if body is None else await hook(_read(request, body))
        return Response(answer.body, answer.status, media_type=answer.content_type)

    return Route(path, endpoint, methods=["GET", "POST"])


async def _body(request: Request) -> bytes | None:
    """The whole body, or None if it is too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY_BYTES:
            return None
    return bytes(body)


def _read(request: Request, body: bytes) -> HookRequest:
    headers = {name.lower(): value for name, value in request.headers.items()}
    return HookRequest(request.method, headers, dict(request.query_params), body)
