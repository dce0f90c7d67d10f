"""What a channel offers a web server: a request in, a response out. So no channel knows the server, or another channel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HookRequest:
    """One HTTP request. Names of ``headers`` are in lower case; of repeated ``query`` fields the last counts."""

    method: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class HookResponse:
    """What is sent back."""

    status: int
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"


Hook = Callable[[HookRequest], Awaitable[HookResponse]]
