"""``serve`` as its user starts it: a process of its own, on knowledge small enough to start at once."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sqlite3
import sys
from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.channels.listening import listening_socket
from bot.commands import serve
from bot.settings import Settings
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import Person

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "authors" / "base"
LONG_SECONDS = 240


@pytest_asyncio.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """Telegram, as far as the tests need it."""
    server = Emulator()
    await server.start()
    yield server
    await server.stop()


@asynccontextmanager
async def started(folder: Path, **variables: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The command, with nothing set but what is given; killed at the end if it has not ended."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "TELEGRAM_"))}
    environment = kept | {"BOT_DATA_DIR": str(folder), "BOT_KNOWLEDGE_DIR": str(SMALL), "BOT_LOG_LEVEL": "ERROR"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "bot", "serve"),
        cwd=ROOT,
        env=environment | variables,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def address_of(process: asyncio.subprocess.Process) -> str:
    """The address that the first line printed tells."""
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), LONG_SECONDS)).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found is not None, line or "nothing printed"
    return found[0]


async def until_told(client: httpx.AsyncClient, line: str) -> None:
    """Wait for a counter: a turn is counted once its answer is out."""
    async with asyncio.timeout(LONG_SECONDS):
        while line not in (await client.get("/metrics")).text:
            await asyncio.sleep(0)


async def test_the_page_and_telegram_are_served_by_one_process_that_stops_when_told(
    emulator: Emulator, tmp_path: Path, unused_tcp_port: int
) -> None:
    variables = {
        "BOT_WEB_LISTEN": f"127.0.0.1:{unused_tcp_port}", "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": emulator.url,
    }  # fmt: skip
    async with started(tmp_path, **variables) as process:
        address = await address_of(process)
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            assert (await client.get("/readyz")).status_code == 200
            answer = (await client.post("/api/v1/turn", json={"text": "/menu"})).json()
            assert answer["command"] == "menu"
            Person(emulator, 8).says("/menu")
            assert (await Person(emulator, 8).hears()).text
            await until_told(client, 'bot_turns_total{channel="telegram",decision="chat"} 1.0')
            told = (await client.get("/metrics")).text
        assert 'bot_turns_total{channel="web",decision="chat"} 1.0' in told
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
    with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as stored:
        assert stored.execute("SELECT turns FROM usage WHERE channel = 'telegram'").fetchall() == [(1,)]
    assert (tmp_path / "session.key").stat().st_mode & 0o777 == 0o600


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with listening_socket("127.0.0.1", 0) as taken:
        settings = Settings(knowledge_dir=SMALL, data_dir=tmp_path, web_listen=("127.0.0.1", taken.getsockname()[1]))
        assert serve.run(Namespace(), settings) == 1
    told = capsys.readouterr().err
    assert f"端口 {settings.web_listen[1]} 已被占用" in told
    assert "ERROR" not in told


async def test_a_port_in_use_is_told_before_anything_that_takes_long_is_read(tmp_path: Path) -> None:
    with listening_socket("127.0.0.1", 0) as taken:
        program = (
            "import sys; from argparse import Namespace; from pathlib import Path\n"
            "from bot.commands import serve; from bot.settings import Settings\n"
            f"settings = Settings(Path('.'), Path({str(tmp_path)!r}), web_listen=('127.0.0.1', {taken.getsockname()[1]}))\n"
            "assert serve.run(Namespace(), settings) == 1\n"
            "assert 'bot.commands.web_service' not in sys.modules\n"
        )
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=ROOT, stderr=asyncio.subprocess.PIPE)
        _, told = await process.communicate()
    assert process.returncode == 0, told.decode()


async def test_every_gap_is_told_at_once_before_anything_starts(tmp_path: Path) -> None:
    wrong = {"BOT_WEB_LISTEN": "0.0.0.0:8000", "BOT_WEB_PROXY": "somewhere", "TELEGRAM_BOT_TOKEN": "nonsense"}
    async with started(tmp_path, **wrong) as process:
        _, errors = await asyncio.wait_for(process.communicate(), LONG_SECONDS)
    assert process.returncode == 2
    for name in ("BOT_WEB_URL", "BOT_WEB_PROXY", "TELEGRAM_BOT_TOKEN"):
        assert name in errors.decode()
