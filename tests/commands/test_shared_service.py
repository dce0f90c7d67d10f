"""Several programs on one database: one version of the knowledge for all, whoever changes it."""

from __future__ import annotations

import asyncio
import re
import shutil
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.commands.shared_service import follow_knowledge
from bot.reloading import hot_reload
from bot.reloading.candidate import Verdict
from bot.reloading.examination import examine_beside
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.startup import open_shared_knowledge
from bot.storage.database import Database
from bot.storage.knowledge_exchange import KnowledgeExchange
from tests.commands.test_web_service import address_of, started
from tests.reloading.examining import examined_here
from tests.storage.postgres_server import Server


def now() -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _examined_here() -> Iterator[None]:
    with examined_here():
        yield


class Programs:
    """Programs with a folder each, on one database."""

    def __init__(self, where: Path, database: Database, cache: Path) -> None:
        self.where, self.database, self.cache = where, database, cache

    async def begin(self, name: str, folder: Path) -> KnowledgeHolder:
        """Start one, or start it again."""
        data = self.where / name
        data.mkdir(mode=0o700, exist_ok=True)
        exchange = KnowledgeExchange(self.database)
        return await open_shared_knowledge(folder, data, exchange, now=now, cache_dir=self.cache)


def edited(folder: Path, target: Path) -> Path:
    """A copy of a folder with other content."""
    shutil.copytree(folder, target)
    file = next(target.glob("regions/*/measures/*.yaml"))
    file.write_text(file.read_text("utf-8") + "\n# another edition\n", "utf-8")
    return target


async def test_what_goes_live_in_one_goes_live_in_all(postgres: Server, folder: Path, tmp_path: Path, cache_dir: Path) -> None:
    database = Database(postgres.create())
    await database.open()
    programs = Programs(tmp_path, database, cache_dir)
    one, other = await programs.begin("one", folder), await programs.begin("other", folder)
    assert one.status().digest == other.status().digest
    first = one.status().digest

    taught = await one.teach("hotline", "有没有能说说话的电话", "7")
    assert not taught.errors
    assert await other.follow()
    assert other.status().digest == one.status().digest != first
    assert other.status().taught == 1
    assert other.snapshot.version == one.snapshot.version

    assert await other.rollback("8")
    assert await one.follow()
    assert [holder.status().digest for holder in (one, other)] == [first, first]

    again = await programs.begin("other", edited(folder, tmp_path / "newer"))
    newer = again.status().digest
    assert newer != first
    assert await one.follow()
    assert one.status().digest == newer, "what an operator has just installed goes live everywhere"
    old = await programs.begin("third", folder)
    assert old.status().digest == newer, "a program that was left behind starts with what all have"
    assert old.status().why_not_folder is not None
    await database.close()


async def test_a_version_that_is_returned_to_is_examined_once(
    postgres: Server, folder: Path, tmp_path: Path, cache_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(postgres.create())
    await database.open()
    programs = Programs(tmp_path, database, cache_dir)
    one = await programs.begin("one", folder)
    first = one.status().digest
    assert not (await one.teach("hotline", "有没有能说说话的电话", "7")).errors
    late = await programs.begin("late", folder)
    assert late.status().digest == one.status().digest
    examined: list[Path] = []

    async def counted(staged: Path, *others: object) -> Verdict:
        examined.append(staged)
        return await examine_beside(staged, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(hot_reload, "examine_beside", counted)
    assert await late.rollback("8")
    assert late.status().digest == first
    assert len(examined) == 1
    await database.close()


async def test_a_candidate_is_confirmed_wherever_the_admin_is_heard(
    postgres: Server, folder: Path, tmp_path: Path, cache_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(postgres.create())
    await database.open()
    programs = Programs(tmp_path, database, cache_dir)
    newer = tmp_path / "live"
    shutil.copytree(folder, newer)
    one, other = await programs.begin("one", newer), await programs.begin("other", folder)
    file = next(newer.glob("regions/*/measures/*.yaml"))
    file.write_text(file.read_text("utf-8") + "\n# another edition\n", "utf-8")
    proposal = await one.prepare()
    assert proposal.digest is not None
    await other.look_for_candidate()
    assert other.status().candidate == proposal.digest
    assert await other.confirm("7", proposal.digest)
    assert not await one.rollback("8"), "what is live is not what this program thinks: it has not followed yet"
    assert one.status().digest != proposal.digest
    followed = asyncio.Event()
    monkeypatch.setattr(one, "follow", _then(one.follow, followed.set))
    following = asyncio.create_task(follow_knowledge(one, database))
    await followed.wait()  # on connecting it compares: what went live while nobody listened is not missed
    assert one.status().digest == other.status().digest == proposal.digest
    followed.clear()
    assert await other.rollback("8")
    await followed.wait()
    assert one.status().digest == other.status().digest != proposal.digest
    following.cancel()
    await asyncio.gather(following, return_exceptions=True)
    await database.close()


def _then(work: Callable[[], Awaitable[bool]], done: Callable[[], None]) -> Callable[[], Awaitable[bool]]:
    async def both() -> bool:
        result = await work()
        done()
        return result

    return both


async def test_two_processes_serve_as_one(
    postgres: Server, tmp_path: Path, cache_dir: Path, unused_tcp_port_factory: object
) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "cache").symlink_to(cache_dir)
    ports = [unused_tcp_port_factory(), unused_tcp_port_factory()]  # type: ignore[operator]
    common = {"BOT_DATABASE_URL": postgres.create()}
    async with AsyncExitStack() as stack:
        processes = [
            await stack.enter_async_context(started(data, BOT_WEB_LISTEN=f"127.0.0.1:{port}", **common)) for port in ports
        ]
        addresses = [await address_of(process) for process in processes]
        one, other = [
            await stack.enter_async_context(httpx.AsyncClient(base_url=address, trust_env=False)) for address in addresses
        ]
        told = (await one.post("/api/v1/turn", json={"text": "/menu"})).json()
        carried = await other.post("/api/v1/turn", json={"text": "/menu", "session": told["session"]})
        assert carried.status_code == 200
        assert len(await versions(one, other)) == 1
        for process in processes:
            process.send_signal(signal.SIGTERM)
        assert [await asyncio.wait_for(process.wait(), 10) for process in processes] == [0, 0]
    assert {folder.name for folder in data.iterdir()} >= {"worker-1", "worker-2", "cache"}


async def versions(*clients: httpx.AsyncClient) -> set[str]:
    """What each answers from."""
    told = [(await client.get("/metrics")).text for client in clients]
    return {found[1] for text in told if (found := re.search(r'bot_snapshot\{version="(\w+)"', text)) is not None}
