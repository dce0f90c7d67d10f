"""How much memory the bot holds after its start and after reloads, with people asking in between.

    python -m benchmarks.resident [--reloads 20] [--command serve|telegram] [--limit 250]

The bot runs as its user starts it, on a copy of the shipped knowledge, with Telegram emulated and (``serve``) its page asked too.
Every tenth reload brings a new word, so that what cuts words is made anew. One row a measurement; exit code 1 above the limit.
Set BOT_DATA_DIR to a folder of an earlier run to find its cache; without it the first start compiles.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path

import httpx

from benchmarks.programs import Program, started
from benchmarks.reload import prepare_folder, turn_version
from bot.settings import shipped_knowledge
from tests.channels.loopback import free_port
from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import Person

QUESTIONS = ("我在隔离病房干了25天，一共多少", "援鄂的", "我家孩子上公办幼儿园能优先吗", "爷爷户口在红桥", "心理热线多少")
_PATIENCE = 120.0
_TURN = "/api/v1/turn"


class Asking:
    """People who ask a running bot, in every channel it has."""

    def __init__(self, emulator: Emulator, web: httpx.AsyncClient | None) -> None:
        self._emulator, self._web, self._people = emulator, web, iter(range(1_000, 1 << 30))

    async def ask(self, people: int) -> None:
        """So many new people ask everything, each in their own words' order."""
        for _ in range(people):
            await self._in_telegram(Person(self._emulator, next(self._people)))
            if self._web is not None:
                await self._on_the_page(self._web)

    async def _in_telegram(self, person: Person) -> None:
        for number, text in enumerate(QUESTIONS, start=1):
            person.says(text)
            await self._emulator.until(lambda wanted=number: len(self._emulator.shown(person.id)) >= wanted, _PATIENCE)  # type: ignore[misc]
        self._emulator.calls.clear()
        self._emulator.messages.clear()

    async def _on_the_page(self, web: httpx.AsyncClient) -> None:
        asked: dict[str, object] = {"region": "hongqiao"}
        for text in QUESTIONS:
            told = (await web.post(_TURN, json=asked | {"text": text})).raise_for_status().json()
            asked = {"session": told["session"]}


@asynccontextmanager
async def asked_bot(command: str, variables: dict[str, str]) -> AsyncIterator[tuple[Program, Asking]]:
    """The bot with Telegram emulated, ready to be asked."""
    emulator = Emulator()
    await emulator.start()
    telegram = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": emulator.url, "BOT_WEB_LISTEN": f"127.0.0.1:{free_port()}"}
    try:
        async with started(command, variables | telegram) as program:
            address = await program.address() if command == "serve" else ""
            async with httpx.AsyncClient(base_url=address, timeout=_PATIENCE, trust_env=False) as web:
                yield program, Asking(emulator, web if address else None)
    finally:
        await emulator.stop()


async def measure(command: str, reloads: int, people: int, folder: Path, data: Path) -> list[float]:
    """Resident MiB after the start, and after each reload; each told in a row."""
    found = []
    variables = {"BOT_KNOWLEDGE_DIR": str(folder), "BOT_DATA_DIR": str(data)}
    async with asked_bot(command, variables) as (program, asking):
        began = time.perf_counter()
        for count in range(reloads + 1):
            if count:
                turn_version(folder, count)
                await program.reload()
            await asking.ask(people)
            holds = program.holds
            found.append(holds.resident)
            row = {"command": command, "reloads": count, "seconds": round(time.perf_counter() - began, 1)} | asdict(holds)
            print(json.dumps(row), flush=True)
    return found


def main() -> int:
    """Measure and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reloads", type=int, default=20)
    parser.add_argument("--command", choices=("serve", "telegram"), default="serve")
    parser.add_argument("--limit", type=float, default=250)
    parser.add_argument("--people", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as private:
        folder, data = prepare_folder(shipped_knowledge(), Path(private)), Path(private) / "data"
        data.mkdir(mode=0o700)
        if "BOT_DATA_DIR" in os.environ:
            shutil.copytree(Path(os.environ["BOT_DATA_DIR"]) / "cache", data / "cache")
        found = asyncio.run(measure(given.command, given.reloads, given.people, folder, data))
    print(f"{given.command}: {found[0]} MiB after the start, {found[-1]} after {given.reloads} reloads, {max(found)} at most")
    return int(max(found) > given.limit)


if __name__ == "__main__":
    sys.exit(main())
