"""Unanswered questions at the desk: thousands of them keep nobody else waiting."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.administration.gap_desk import GapDesk
from bot.reloading.startup import open_knowledge
from bot.storage.database import Database
from bot.teaching import clusters
from bot.teaching.clusters import Cluster, Question


def now() -> datetime:
    return datetime(2020, 3, 1, 12, tzinfo=UTC)


@pytest_asyncio.fixture
async def desk(folder: Path, tmp_path: Path) -> AsyncIterator[GapDesk]:
    """A desk with two alike questions."""
    database = Database.in_folder(tmp_path)
    await database.open()
    desk = GapDesk(open_knowledge(folder, tmp_path / "data", now=now), database, now)
    for text in ("宿舍的热水器谁来修", "宿舍的热水器谁来修呀"):
        await desk.note(text)
    yield desk
    await database.close()


async def test_clusters_are_made_beside_the_event_loop(desk: GapDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[threading.Thread] = []
    make = clusters.clusters

    def noting(stored: Iterable[Question]) -> list[Cluster]:
        threads.append(threading.current_thread())
        return make(stored)

    monkeypatch.setattr(clusters, "clusters", noting)
    reply = await desk.overview("", 7)
    assert "（2 次）" in reply.text
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()
