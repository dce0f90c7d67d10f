"""The server on a socket: slow bodies, stopping, the description held against it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx
import pytest

from bot.channels.http import request_bodies
from bot.channels.http.joined_hooks import JoinedHooks
from bot.channels.http.openapi import DOCUMENT
from bot.channels.http.web_app import build_app
from bot.channels.http.web_server import serve_app
from bot.channels.listening import listening_socket
from bot.compiled.snapshot import Snapshot
from tests.channels.http.webbing import make_web, served


async def _raw(address: str, sent: bytes) -> bytes:
    """What comes back on a connection that sends something and then waits."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(sent)
    await writer.drain()
    answer = await reader.read(4_096)
    writer.close()
    await writer.wait_closed()
    return answer


async def test_a_body_that_does_not_come_is_not_waited_for(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_bodies.read_body, "__defaults__", (request_bodies.MOST_BYTES, 0.05))
    head = b"POST /api/v1/turn HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
    async with served(make_web(snapshot)) as address:
        answer = await _raw(address, head)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"too_slow"' in answer


async def test_a_body_that_breaks_off_harms_nobody(snapshot: Snapshot) -> None:
    web = make_web(snapshot)
    head = b"POST /api/v1/turn HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
    async with served(web) as address:
        parts = urlsplit(address)
        _, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(head)
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            assert (await client.get("/healthz")).text == "ok"
    assert web.faults.counts() == {}


async def test_told_to_stop_it_finishes_what_is_in_hand(snapshot: Snapshot) -> None:
    bound, stop = listening_socket("127.0.0.1", 0), asyncio.Event()
    address = f"http://127.0.0.1:{bound.getsockname()[1]}"
    serving = asyncio.create_task(serve_app(build_app(make_web(snapshot), JoinedHooks()), bound, stop))

    async def body() -> AsyncIterator[bytes]:
        yield b'{"text": '
        stop.set()
        await asyncio.sleep(0)
        yield json.dumps("一天补多少").encode() + b"}"

    async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
        response = await client.post("/api/v1/turn", content=body(), headers={"Content-Type": "application/json"})
    assert response.status_code == 200
    await asyncio.wait_for(serving, 10)


async def test_the_served_description_is_the_one_that_is_tested(snapshot: Snapshot) -> None:
    async with served(make_web(snapshot)) as address, httpx.AsyncClient(trust_env=False) as client:
        told = (await client.get(f"{address}/api/v1/openapi.json")).json()
    assert told == json.loads(json.dumps(DOCUMENT | {"servers": [{"url": address}]}))
