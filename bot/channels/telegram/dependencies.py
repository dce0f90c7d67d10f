"""What the channel works with, put together once at the start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from telegram import User

from bot.administration.fault_counter import FaultCounter
from bot.channels.picture_card import PictureCards
from bot.channels.telegram.admin_extension import Extension
from bot.channels.telegram.api import Api
from bot.channels.telegram.backoff import Backoff
from bot.channels.telegram.retrying_sender import RetryingSender
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from bot.storage.lanes import Lanes
from bot.storage.shared_limits import SharedLimits
from bot.storage.turns import TurnStore

Declined = Callable[[str], Awaitable[int | None]]
"""Told the text of a question that was declined, and nothing else. The number it is kept under, if it is kept."""

DropDeclined = Callable[[Sequence[int]], Awaitable[None]]
"""Told the numbers of questions whose asker wants to be forgotten."""

Answered = Callable[[Reply], None]
"""Told each reply once, for counting."""

Judged = Callable[[bool], None]
"""Told whether an answer was of use, and nothing else. Where nobody is to be told, nobody is asked."""


@dataclass(slots=True)
class Dependencies:
    """What a worker works with. ``lanes`` and ``limits`` are there where several programs work on one database."""

    api: Api
    me: User
    store: TurnStore
    sender: RetryingSender
    faults: FaultCounter
    snapshot: Callable[[], Snapshot]
    today: Callable[[], date]
    store_backoff: Backoff
    admins: frozenset[int] = frozenset()
    extension: Extension | None = None
    declined: Declined | None = None
    drop_declined: DropDeclined | None = None
    answered: Answered | None = None
    judged: Judged | None = None
    pictures: PictureCards | None = None
    web_url: str | None = None
    lanes: Lanes | None = None
    limits: SharedLimits | None = None
