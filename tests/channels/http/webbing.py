"""What the tests of the web share: a web on the shipped knowledge, asked in memory or served on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import httpx
from starlette.routing import Route

from bot.administration.fault_counter import FaultCounter
from bot.channels.http.joined_hooks import JoinedHooks
from bot.channels.http.session_tokens import SessionTokens
from bot.channels.http.token_buckets import Limits, Rate
from bot.channels.http.web_app import build_app
from bot.channels.http.web_context import Web
from bot.channels.http.web_metrics import Metrics
from bot.channels.http.web_server import serve_app
from bot.channels.listening import listening_socket
from bot.compiled.snapshot import Snapshot

DAY = date(2026, 11, 28)
URL = "http://127.0.0.1:8000"
GENEROUS = Rate(1e9, 1e9)
KEY = b"k" * 32


@dataclass
class Clock:
    """A clock that the test winds."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Noted:
    """Questions that were handed on to be kept, and whether the web says it is ready."""

    questions: list[str] = field(default_factory=list)
    judged: list[bool] = field(default_factory=list)
    turns: list[str] = field(default_factory=list)
    is_ready: bool = True

    async def ready(self) -> bool:
        return self.is_ready


def make_web(snapshot: Snapshot, noted: Noted | None = None, clock: Clock | None = None, **changed: Any) -> Web:
    """A web with nothing real in it but the knowledge."""
    noted, clock, faults = noted or Noted(), clock or Clock(), FaultCounter()
    web = Web(
        snapshot=lambda: snapshot,
        today=lambda: DAY,
        tokens=SessionTokens(KEY, clock),
        limits=Limits(clock, GENEROUS, GENEROUS),
        metrics=Metrics(lambda: snapshot, faults),
        faults=faults,
        keep_question=noted.questions.append,
        ready=noted.ready,
        public_url=URL,
        count_turn=lambda channel, *_: noted.turns.append(channel),
        count_judgment=noted.judged.append,
    )
    return replace(web, **changed)


def client_of(web: Web, *, peer: str = "127.0.0.1", **options: Any) -> httpx.AsyncClient:
    """A client that asks the application in memory."""
    transport = httpx.ASGITransport(build_app(web, options.pop("hooks", JoinedHooks())), client=(peer, 1))
    return httpx.AsyncClient(transport=transport, base_url=URL, trust_env=False, **options)


@asynccontextmanager
async def served(web: Web, more: Callable[[Web], Sequence[Route]] = lambda _: ()) -> AsyncIterator[str]:
    """The application served on loopback, with more pages where they are wanted; its address."""
    bound, stop = listening_socket("127.0.0.1", 0), asyncio.Event()
    address = f"http://127.0.0.1:{bound.getsockname()[1]}"
    web = replace(web, public_url=address)
    serving = asyncio.create_task(serve_app(build_app(web, JoinedHooks(), more(web)), bound, stop))
    try:
        yield address
    finally:
        stop.set()
        await serving
