"""Mixed traffic with faults for a long time: what the bot holds (memory, file descriptors, sockets, threads) must stay flat.

    python -m benchmarks.soak [--minutes 30] [--rate 2] [--seed 1] [--postgres]

``serve`` as its user starts it, with the shipped knowledge, Telegram emulated, WeChat's hook and the page. People ask in all three,
leave, forget, tap what is not there; meanwhile sends and polls fail in every way the emulator knows, bodies are broken off,
clients hang up, and now and then the knowledge is reloaded. One row a minute; the first third warms up. The exit code is 1 if
something went unanswered or the last third holds more than the middle one: 5 % of memory, 5 descriptors.
Set BOT_DATA_DIR to a folder of an earlier run to find its cache.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.programs import Held, Program, started
from benchmarks.reload import prepare_folder, turn_version
from bot.settings import shipped_knowledge
from tests.channels.loopback import free_port
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import Person
from tests.channels.telegram.rules import RefusedError
from tests.channels.wechat.fake import ACCOUNT, signed, xml
from tests.channels.wechat.fake import TOKEN as WECHAT_TOKEN
from tests.storage import postgres_server

TEXTS = (
    "补助一天多少", "我在隔离病房干了25天，一共多少", "援鄂的", "孩子上学能优先吗", "爷爷户口在红桥", "心理热线多少", "/my", "/forget",
    "/back", "/why", "明天会下雨吗", "红桥", "广东", "谢谢", "我撑不下去了", "没用", "1", "补" * 900, "\u202e<b>&", "/nothing",
)  # fmt: skip
SHAPES: tuple[dict[str, Any], ...] = (
    {"refusal": RefusedError(429, "Too Many Requests: retry after 1", {"retry_after": 1})},
    {"refusal": RefusedError(500, "Internal Server Error")},
    {"refusal": RefusedError(403, "Forbidden: bot was blocked by the user")},
    {"raw": (502, b"<html>Bad Gateway</html>")},
    {"raw": (200, b"{not json")},
    {"cut": True},
    {"cut": True, "after": True},
)
METHODS = ("sendMessage", "sendMessage", "getUpdates", "answerCallbackQuery")
_TURN, _WECHAT = "/api/v1/turn", "/hook/wechat"
_SWIFT = 30.0
_FAULT_EVERY, _RELOAD_EVERY, _ROW_EVERY = 3.0, 300.0, 60.0
_FLAT_MEMORY, _FLAT_FILES = 1.05, 5
_PEOPLE = 300


@dataclass
class Traffic:
    """What is asked of a bot, and what came of it."""

    emulator: Emulator
    web: httpx.AsyncClient
    chance: random.Random
    asked: int = 0
    failed: int = 0
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(1, 1 << 60)))

    async def one(self) -> None:
        """One visit, in a channel that chance chooses."""
        visit: Callable[[], Awaitable[None]] = self.chance.choice((self._telegram, self._page, self._wechat, self._hang_up))
        self.asked += 1
        await visit()

    async def _telegram(self) -> None:
        """Somebody of some hundreds writes, from the second message on taps a button; faults are what the emulator is told to make."""
        person = Person(self.emulator, self.chance.randrange(1_000, 1_000 + _PEOPLE), name="P")
        message = person.says(self.chance.choice(TEXTS))
        if self.chance.random() < 0.3:
            query = {"id": str(self.emulator.number()), "from": message["from"], "chat_instance": "1", "message": message}
            self.emulator.push("callback_query", {**query, "data": self.chance.choice(("menu", "topic:daily-subsidy", "fact:role:x", "~"))})

    async def _page(self) -> None:
        """Somebody asks some questions on the page."""
        asked: dict[str, Any] = {"region": self.chance.choice(("hongqiao", "guangdong"))}
        for text in self.chance.choices(TEXTS, k=self.chance.randint(1, 4)):
            response = await self.web.post(_TURN, json=asked | {"text": text}, headers=self._from())
            self.failed += response.status_code != 200
            asked = {"session": response.json()["session"]} if response.status_code == 200 else asked

    async def _wechat(self) -> None:
        """Somebody writes in WeChat."""
        who, now = f"o{self.chance.randrange(_PEOPLE)}", str(int(time.time()))
        body = xml(
            ToUserName=ACCOUNT, FromUserName=who, CreateTime=now, MsgType="text",
            Content=self.chance.choice(TEXTS).replace("]]>", ""), MsgId=str(next(self.numbers) + 23_000_000_000_000_000),
        )  # fmt: skip
        query = {"signature": signed(WECHAT_TOKEN, now, "n"), "timestamp": now, "nonce": "n", "openid": who}
        response = await self.web.post(_WECHAT, params=query, content=body, headers=self._from())
        self.failed += response.status_code != 200

    async def _hang_up(self) -> None:
        """Somebody begins a request and leaves."""
        url = self.web.base_url
        _, writer = await asyncio.open_connection(url.host, url.port)
        writer.write(f"POST {_TURN} HTTP/1.1\r\nHost: {url.host}\r\nContent-Length: 900\r\n\r\n".encode() + b'{"te')
        with suppress(OSError):
            await writer.drain()
            writer.close()
            await writer.wait_closed()

    def _from(self) -> dict[str, str]:
        return {"X-Forwarded-For": f"10.{self.chance.randrange(256)}.{self.chance.randrange(256)}.7"}

    async def faults(self) -> None:
        """Fault after fault, until cancelled."""
        while True:
            await asyncio.sleep(_FAULT_EVERY)
            met = [fault for fault in self.emulator.faults if fault.met < fault.times]
            self.emulator.faults[:] = met
            if len(met) < len(SHAPES):
                self.emulator.fail(self.chance.choice(METHODS), **self.chance.choice(SHAPES))
            self.emulator.calls.clear()


async def soak(program: Program, traffic: Traffic, folder: Path, minutes: float, rate: float) -> list[Held]:
    """So many visits a second for so long. What the bot holds, minute by minute."""
    began = time.perf_counter()
    jobs = [asyncio.create_task(job) for job in (traffic.faults(), reloads(program, folder))]
    visits: set[asyncio.Task[None]] = set()
    found: list[Held] = []
    while (passed := time.perf_counter() - began) < minutes * 60:
        visits.add(asyncio.create_task(traffic.one()))
        visits = {visit for visit in visits if not done_well(visit, traffic)}
        if passed >= len(found) * _ROW_EVERY:
            found.append(program.holds)
            row = {"minute": len(found) - 1, "asked": traffic.asked, "failed": traffic.failed, "waiting": len(visits)}
            print(json.dumps(row | {"reloads": program.times("knowledge reloaded")} | asdict(found[-1])), flush=True)
        await asyncio.sleep(traffic.chance.expovariate(rate))
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, *visits, return_exceptions=True)
    for visit in visits:
        done_well(visit, traffic)
    return found


def done_well(visit: asyncio.Task[None], traffic: Traffic) -> bool:
    """Whether a visit is over; one that ended in an error is counted."""
    if visit.done() and visit.exception() is not None:
        traffic.failed += 1
        sys.stderr.write(f"{visit.exception()!r}\n")
    return visit.done()


async def reloads(program: Program, folder: Path) -> None:
    """A change of the knowledge now and then, until cancelled."""
    for count in range(1, 1 << 30):
        await asyncio.sleep(_RELOAD_EVERY)
        turn_version(folder, count)
        await program.reload()


async def unanswered(emulator: Emulator) -> int:
    """How many updates the bot has not taken when the faults are over and it was given time."""
    emulator.faults.clear()
    with suppress(TimeoutError):
        await emulator.until(lambda: len(emulator.pending) <= 1, _SWIFT)
    return max(0, len(emulator.pending) - 1)


def verdict(found: Sequence[Held]) -> list[str]:
    """What grew from the middle third to the last."""
    third = len(found) // 3
    middle, last = found[third : 2 * third], found[2 * third :]
    grown = []
    for name in ("resident", "own", "files", "sockets", "threads"):
        before, after = (statistics.median(getattr(held, name) for held in part) for part in (middle, last))
        limit = before * _FLAT_MEMORY if name in ("resident", "own") else before + _FLAT_FILES
        if after > limit:
            grown.append(f"{name}: {before} → {after}")
    return grown


async def run(given: argparse.Namespace, folder: Path, data: Path, database_url: str | None) -> int:
    """Start everything, soak, judge."""
    emulator = Emulator(record=False)
    await emulator.start()
    variables = {
        "BOT_KNOWLEDGE_DIR": str(folder), "BOT_DATA_DIR": str(data), "BOT_WEB_LISTEN": f"127.0.0.1:{free_port()}",
        "BOT_WEB_PROXY": "127.0.0.1", "BOT_WECHAT_TOKEN": WECHAT_TOKEN, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": emulator.url,
    } | ({"BOT_DATABASE_URL": database_url} if database_url else {})  # fmt: skip
    try:
        async with started("serve", variables) as program:
            address = await program.address()
            limits = httpx.Limits(max_connections=50, max_keepalive_connections=10)
            async with httpx.AsyncClient(base_url=address, timeout=_SWIFT, limits=limits, trust_env=False) as web:
                traffic = Traffic(emulator, web, random.Random(given.seed))
                found = await soak(program, traffic, folder, given.minutes, given.rate)
                left = await unanswered(emulator)
            grown, errors = verdict(found), program.times("ERROR")
    finally:
        await emulator.stop()
    print(f"asked {traffic.asked}, failed {traffic.failed}, left {left}, errors logged {errors}; grown: {grown or 'nothing'}")
    return int(bool(grown or traffic.failed or left))


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgres", action="store_true")
    given = parser.parse_args()
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        private = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder, data = prepare_folder(shipped_knowledge(), private), private / "data"
        data.mkdir(mode=0o700)
        if "BOT_DATA_DIR" in os.environ:
            shutil.copytree(Path(os.environ["BOT_DATA_DIR"]) / "cache", data / "cache")
        url = stack.enter_context(postgres_server.running(durable=True)).create() if given.postgres else None
        return asyncio.run(run(given, folder, data, url))


if __name__ == "__main__":
    sys.exit(main())
