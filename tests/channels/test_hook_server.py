"""A hook under its path: what reaches it, and what does not."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from bot.channels import hook_server
from bot.channels.hook import HookRequest, HookResponse
from bot.channels.hook_server import listening


@pytest_asyncio.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """A server with a hook that says what it got."""

    async def echo(request: HookRequest) -> HookResponse:
        said = f"{request.method} {request.query.get('a')} {request.headers.get('x-name')} {request.body.decode()}"
        return HookResponse(201, said.encode())

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    monkeypatch.setattr(hook_server, "_BODY_SECONDS", 0.1)
    async with listening("127.0.0.1", free, {"/hook": echo}):
        await asyncio.sleep(0)
        yield free


async def test_a_request_reaches_its_hook_whole(port: int) -> None:
    async with httpx.AsyncClient(trust_env=False, base_url=f"http://127.0.0.1:{port}") as client:
        answer = await client.post("/hook?a=1&a=2", content=b"body", headers={"X-Name": "n"})
        assert (answer.status_code, answer.text) == (201, "POST 2 n body")
        assert (await client.get("/hook")).text == "GET None None "
        assert (await client.put("/hook")).status_code == 405
        assert (await client.post("/elsewhere")).status_code == 404


async def test_a_body_that_never_comes_is_not_waited_for(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
    assert b"408" in await asyncio.wait_for(reader.readline(), 10)
    writer.close()
    await writer.wait_closed()


async def test_an_address_in_use_is_an_error_at_once(port: int) -> None:
    with pytest.raises(OSError, match="in use"):
        async with listening("127.0.0.1", port, {}):
            pass
