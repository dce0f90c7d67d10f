"""A WeChat that posts to the bot's hook, and somebody who follows the account."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

from bot.administration.fault_counter import FaultCounter
from bot.channels.hook import Hook
from bot.channels.wechat.wechat_hook import wechat_hook
from bot.compiled.snapshot import Snapshot
from bot.model.reply import Reply
from bot.settings import WechatSettings
from bot.storage.database import Database
from tests.channels.wechat.fake import APPID, KEY, NOW, OLD_KEY, TOKEN, FakeWechat, Follower

SEALED = WechatSettings(TOKEN, APPID, KEY, OLD_KEY)
PLAIN = WechatSettings(TOKEN)


@dataclass
class Running:
    """A database, and hooks on it: each ``start`` is a program that knows only what is on disk."""

    database: Database
    folder: Path
    snapshot: Callable[[], Snapshot]
    faults: FaultCounter = field(default_factory=FaultCounter)
    declined: list[str] = field(default_factory=list)
    answered: list[Reply] = field(default_factory=list)
    judged: list[bool] = field(default_factory=list)
    today: date = date(2026, 3, 1)

    def start(self, settings: WechatSettings = SEALED) -> Hook:
        """The hook of a program that has just started."""
        return wechat_hook(
            settings,
            self.folder,
            self.database,
            lambda: self.snapshot(),
            faults=self.faults,
            declined=self._note,
            answered=self.answered.append,
            judged=self.judged.append,
            today=lambda: self.today,
            clock=lambda: float(NOW),
        )

    async def _note(self, text: str) -> None:
        self.declined.append(text)

    def on_disk(self) -> bytes:
        """Every byte of the data folder."""
        return b"".join(file.read_bytes() for file in sorted(self.folder.iterdir()))


@pytest_asyncio.fixture
async def running(tmp_path: Path, snapshot: Snapshot) -> AsyncIterator[Running]:
    """An open database in a folder of its own."""
    database = Database.in_folder(tmp_path / "data")
    await database.open()
    yield Running(database, tmp_path / "data", lambda: snapshot)
    await database.close()


@pytest.fixture
def wechat(running: Running) -> FakeWechat:
    """An account in sealed mode."""
    return FakeWechat(running.start(), KEY)


@pytest.fixture
def nurse(wechat: FakeWechat) -> Follower:
    """Somebody who follows it."""
    return Follower(wechat)
