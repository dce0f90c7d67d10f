"""The description held against the real server: what it allows is answered as described, what it forbids is refused."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from bot.channels.http.joined_hooks import JoinedHooks
from bot.channels.http.openapi import DOCUMENT
from bot.channels.http.web_app import build_app
from bot.channels.http.web_server import serve_app
from bot.channels.listening import listening_socket
from bot.compiled.snapshot import Snapshot
from tests.channels.http.webbing import make_web

HELD = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    negative_data_rejection, unsupported_method,
]  # fmt: skip
schema = schemathesis.openapi.from_dict(DOCUMENT)
schema.config.checks.negative_data_rejection.expected_statuses = ["400", "413", "415"]


@pytest.fixture(scope="module")
def address(snapshot: Snapshot) -> Iterator[str]:
    """A server in a thread of its own: schemathesis asks and waits."""
    bound, ended = listening_socket("127.0.0.1", 0), threading.Event()
    base = f"http://127.0.0.1:{bound.getsockname()[1]}"
    app = build_app(replace(make_web(snapshot), public_url=base), JoinedHooks())

    async def serve() -> None:
        stop = asyncio.Event()
        serving = asyncio.create_task(serve_app(app, bound, stop))
        await asyncio.to_thread(ended.wait)
        stop.set()
        await serving

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    yield base
    ended.set()
    thread.join()


@schema.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_server_does_what_is_described(case: schemathesis.Case[Any], address: str) -> None:
    case.call_and_validate(base_url=address, checks=HELD)
