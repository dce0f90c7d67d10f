"""Three ``serve`` programs on one PostgreSQL reload again and again while people ask all of them: no reply mixes two versions.

    python -m benchmarks.shared_reloads [--reloads 100] [--programs 3] [--seed 1]

On the small knowledge of the tests, whose daily subsidy says in every text which version it is. Each reload is asked of a program
that chance chooses; a conversation is carried from program to program by its token. Also told: how long the slowest program took
until it answered from the new version. The exit code is 1 if anything failed or mixed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.programs import Program, started
from tests.authors.folders import base_folder
from tests.channels.loopback import free_port
from tests.storage import postgres_server

MARKS = ("〔甲版〕", "〔乙版〕")
_MEASURE = "regions/jia/measures/ja-01-subsidy.yaml"
_MARKED = ("按天发补助，", "病房每天", "每月 15 日前发放")
_QUESTIONS = ("补助一天多少", "补助几号发")
"""A conversation: what was said once is not said again, so that in a longer one the mark would be missing."""

_TALKERS = 4
_PATIENCE = 600.0


@dataclass
class Tally:
    """What came of the questions, and how long each reload took to reach all."""

    asked: int = 0
    failed: int = 0
    mixed: int = 0
    said: dict[str, int] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    def heard(self, response: httpx.Response) -> dict[str, Any]:
        """Count a reply; what to send with the next question."""
        self.asked += 1
        marks = {mark for mark in MARKS if mark in response.text}
        self.failed += response.status_code != 200 or not marks
        self.mixed += len(marks) > 1
        for mark in marks:
            self.said[mark] = self.said.get(mark, 0) + 1
        return {"session": response.json()["session"]} if response.status_code == 200 else {"region": "jia"}


def marked(folder: Path, mark: str) -> None:
    """Write a version: its mark stands in every text of the subsidy."""
    file = folder / _MEASURE
    text = file.read_text("utf-8").partition("examples:")[0]
    for old in MARKS:
        text = text.replace(old, "")
    for words in _MARKED:
        text = text.replace(words, mark + words)
    file.write_text(text, "utf-8")


def from_anywhere(chance: random.Random) -> dict[str, str]:
    """An address of one's own, as a proxy tells it: all from one would be slowed down together."""
    return {"X-Forwarded-For": f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(1, 255)}"}


async def talk(clients: Sequence[httpx.AsyncClient], chance: random.Random, tally: Tally) -> None:
    """Somebody asks one program after another, as a proxy would send them, until cancelled."""
    while True:
        carried: dict[str, Any] = {"region": "jia"}
        for text in chance.sample(_QUESTIONS, len(_QUESTIONS)):
            asked = chance.choice(clients).post("/api/v1/turn", json=carried | {"text": text}, headers=from_anywhere(chance))
            carried = tally.heard(await asked)
            await asyncio.sleep(0.05)


async def until_all_say(clients: Sequence[httpx.AsyncClient], mark: str, chance: random.Random) -> None:
    """Wait until every program answers from a version."""
    question = {"text": _QUESTIONS[0], "region": "jia"}
    async with asyncio.timeout(_PATIENCE):
        for client in clients:
            while mark not in (await client.post("/api/v1/turn", json=question, headers=from_anywhere(chance))).text:
                await asyncio.sleep(0.05)


async def reload_often(
    programs: Sequence[Program], clients: Sequence[httpx.AsyncClient], folder: Path, reloads: int, chance: random.Random, tally: Tally
) -> None:
    """Change the folder, have one program reload it, wait for all."""
    for count in range(1, reloads + 1):
        mark = MARKS[count % len(MARKS)]
        marked(folder, mark)
        began = time.perf_counter()
        await chance.choice(programs).reload()
        await until_all_say(clients, mark, chance)
        tally.seconds.append(time.perf_counter() - began)
        sys.stderr.write(f"\rreload {count}/{reloads}")
    sys.stderr.write("\n")


async def run(count: int, reloads: int, seed: int, folder: Path, database_url: str) -> Tally:
    """Start the programs, talk and reload."""
    marked(folder, MARKS[0])
    tally, chance = Tally(), random.Random(seed)
    common = {"BOT_KNOWLEDGE_DIR": str(folder), "BOT_DATA_DIR": str(folder.parent / "data"), "BOT_DATABASE_URL": database_url}
    common |= {"BOT_WEB_PROXY": "127.0.0.1"}
    async with AsyncExitStack() as stack:
        programs = [
            await stack.enter_async_context(started("serve", common | {"BOT_WEB_LISTEN": f"127.0.0.1:{free_port()}"}))
            for _ in range(count)
        ]
        clients = [
            await stack.enter_async_context(
                httpx.AsyncClient(base_url=await program.address(), timeout=_PATIENCE, trust_env=False)
            )
            for program in programs
        ]
        talkers = [asyncio.create_task(talk(clients, chance, tally)) for _ in range(_TALKERS)]
        reloading = asyncio.create_task(reload_often(programs, clients, folder, reloads, chance, tally))
        await asyncio.wait([reloading, *talkers], return_when=asyncio.FIRST_COMPLETED)
        for talker in talkers:
            talker.cancel()
        ended = await asyncio.gather(*talkers, return_exceptions=True)
        await reloading
        for error in ended:
            if isinstance(error, Exception):
                raise error
    return tally


def main() -> int:
    """Read the command line, run, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reloads", type=int, default=100)
    parser.add_argument("--programs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as private, postgres_server.running() as server:
        (Path(private) / "data").mkdir(mode=0o700)
        folder = base_folder(Path(private))
        tally = asyncio.run(run(given.programs, given.reloads, given.seed, folder, server.create()))
    took = f"p50 {statistics.median(tally.seconds):.1f} s, slowest {max(tally.seconds):.1f} s"
    print(f"{given.programs} programs, {len(tally.seconds)} reloads ({took} to all); asked {tally.asked}, ", end="")
    print(f"failed {tally.failed}, mixed {tally.mixed}; answered from {tally.said}")
    return int(bool(tally.failed or tally.mixed))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    sys.exit(main())
