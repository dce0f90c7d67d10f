"""What the web works with, put together once at the start."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from bot.administration.fault_counter import FaultCounter
from bot.channels.http import web_wording
from bot.channels.http.request_errors import RequestError
from bot.channels.http.session_tokens import SessionTokens
from bot.channels.http.token_buckets import Limits, Network, client_address
from bot.channels.http.web_metrics import Metrics
from bot.channels.picture_card import PictureCards
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from bot.model.session import Session

KeepQuestion = Callable[[str], None]
"""Told the text of a question to be kept, and nothing else; returns at once."""

CountTurn = Callable[[str, Reply, Session], None]
"""Told the channel, the reply and the session after a turn, to count them; returns at once."""

CountJudgment = Callable[[bool], None]
"""Told whether an answer was of use, to count it; returns at once."""


async def _alone(_: str) -> float:
    """Where no other program serves the same people, nobody has to wait for them."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Web:
    """Everything at hand. ``public_url`` has no slash at its end; ``ready`` says whether questions can be answered.

    ``pictures`` makes pictures of cards, where they can be made; ``found_by_all`` says that ``public_url`` leads here from other
    machines too.
    ``wait_among_all`` counts an address's request for all programs that serve the page.
    """

    snapshot: Callable[[], Snapshot]
    today: Callable[[], date]
    tokens: SessionTokens
    limits: Limits
    metrics: Metrics
    faults: FaultCounter
    keep_question: KeepQuestion
    ready: Callable[[], Awaitable[bool]]
    public_url: str
    proxies: Sequence[Network] = ()
    metrics_token: str | None = None
    count_turn: CountTurn = lambda *_: None
    count_judgment: CountJudgment = lambda _: None
    pictures: PictureCards | None = None
    found_by_all: bool = False
    wait_among_all: Callable[[str], Awaitable[float]] = _alone

    async def admit(self, request: Request) -> None:
        """Count a request.

        Raises:
            RequestError: 429, if its address, or all together, have asked too much.
        """
        seconds = self.limits.wait(self.client(request)) or math.ceil(await self.wait_among_all(self.client(request)))
        if seconds:
            self.faults.count("WebTooMany")
            raise RequestError(429, "too_many", web_wording.TOO_MANY.format(seconds=seconds), retry_after=seconds)

    def client(self, request: Request) -> str:
        """The address of whoever asks."""
        peer = request.client.host if request.client is not None else ""
        return client_address(peer, request.headers.get("x-forwarded-for", ""), self.proxies)
