"""A web application on loopback for a test: up at once, gone at once, with whatever is still under way."""

from __future__ import annotations

import asyncio
import socket

import uvicorn
from starlette.types import ASGIApp

from bot.channels.listening import answer_at_once


class Loopback:
    """uvicorn without its loop, which would take a tenth of a second to notice the end of each test."""

    def __init__(self, application: ASGIApp) -> None:
        config = uvicorn.Config(
            application, http="h11", ws="none", lifespan="off", log_config=None, access_log=False, proxy_headers=False
        )
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)

    async def start(self, port: int = 0) -> str:
        """Listen; port 0 takes a free one. The address."""
        listener = socket.create_server(("127.0.0.1", port), backlog=1024)
        answer_at_once(listener)
        await self._server.startup([listener])
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    async def stop(self) -> None:
        """Stop listening, close every connection, and drop what is under way."""
        for server in self._server.servers:
            server.close()
        state = self._server.server_state
        for connection in list(state.connections):
            transport = connection.transport
            if transport is not None:
                transport.abort()
        tasks = list(state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
