"""1,000 people, five messages each, at once: all answered, in order, and how fast beside a bare echo bot of the same library.

Run: python -m benchmarks.telegram [--people 1000] [--messages 5]

Each bot is a process of its own, so is the emulated Bot API; both bots are fed the same updates in the same run.
Telegram's limit of 30 messages a second is lifted for it; that at most four replies are under way until they are on disk is not.
``cpu_ms`` is the bot's processor time for a message: on a busy machine that tells more than its pace.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.channels.telegram.emulator import TOKEN, Emulator
from tests.channels.telegram.harness import Person

_ROUNDS = 3
"""The first warms up; memory is compared between the second and the last."""
QUESTIONS = ("一天补多少", "红桥", "直接接触病例，30天一共多少", "孩子上幼儿园能优先吗", "心理热线多少")


def emulate(pipe: Connection, people: int, messages: int) -> None:
    """The server's process: hand out the updates, take the answers, measure."""
    asyncio.run(_emulate(pipe, people, messages))


async def _emulate(pipe: Connection, people: int, messages: int) -> None:
    emulator = Emulator(record=False)
    answered: dict[int, int] = {}
    times: list[float] = []
    finished = asyncio.Event()
    original = emulator._sendMessage

    async def count(params: dict[str, Any]) -> Any:
        answered[params["chat_id"]] = answered.get(params["chat_id"], 0) + 1
        times.append(time.perf_counter())
        if len(times) >= people * messages:
            finished.set()
        return await original(params)

    emulator._sendMessage = count  # type: ignore[method-assign]
    await emulator.start()
    pipe.send(emulator.url)
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, pipe.recv)
    for round_ in range(_ROUNDS):
        answered.clear()
        times.clear()
        finished.clear()
        if round_ == 0:  # Until the bot polls, its start is measured, not its work.
            await emulator.until(lambda: bool(emulator._poll), 300)
        for number in range(messages):
            for person in range(people):
                Person(emulator, 10_000 + person, name="P").says(QUESTIONS[number % len(QUESTIONS)])
        began = time.perf_counter()
        await finished.wait()
        pipe.send({"round": round_, "seconds": times[-1] - began, "people": len(answered), "fewest": min(answered.values())})
        await loop.run_in_executor(None, pipe.recv)
    await emulator.stop()


def echo(url: str) -> None:
    """The yardstick: the library's echo example, with as many requests at once as our bot makes.

    With the library's 256 it is much slower: its connection pool is searched for every request.
    """
    logging.disable(logging.CRITICAL)

    async def reply(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            preview = LinkPreviewOptions(is_disabled=True)
            await update.message.reply_text(update.message.text or "", link_preview_options=preview)

    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot").concurrent_updates(16)
    builder = builder.connection_pool_size(16).pool_timeout(60.0).read_timeout(60.0)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, reply))
    application.run_polling()


def ours(url: str, folder: str) -> None:
    """Our bot, with the shipped knowledge, on a fresh data folder."""
    from bot.channels.telegram import Options, Timing, run
    from bot.channels.telegram.send_limits import Rate, Rates
    from bot.commands.answering_snapshot import ready_snapshot
    from bot.settings import Settings, read_settings
    from bot.storage.database import Database

    data = Path(folder)
    snapshot = ready_snapshot(read_settings(os.environ))
    settings = Settings(knowledge_dir=data, data_dir=data, token=TOKEN, api_url=url)
    unlimited = Options(timing=Timing(rates=Rates(*[Rate(10_000, 1.0)] * 3)))  # the emulated server knows no limits
    sys.exit(run(settings, lambda: snapshot, Database.in_folder(data), unlimited))


def measure(name: str, people: int, messages: int, folder: str) -> list[dict[str, Any]]:
    """Run one bot through two rounds. The second shows whether memory stays where it was."""
    context = multiprocessing.get_context("spawn")
    pipe, other = context.Pipe()
    server = context.Process(target=emulate, args=(other, people, messages))
    server.start()
    url = pipe.recv()
    bot = context.Process(target=echo, args=(url,)) if name == "echo" else context.Process(target=ours, args=(url, folder))
    bot.start()
    pipe.send("go")
    found, used = [], 0.0
    for _ in range(_ROUNDS):
        row = pipe.recv()
        before, used = used, _cpu(bot.pid or 0)
        row["bot"] = name
        row["cpu_ms"] = round(1_000 * (used - before) / (people * messages), 2)
        row["per_second"] = round(people * messages / row["seconds"], 1)
        row["rss_mb"] = round(_rss(bot.pid or 0), 1)
        found.append(row)
        print(json.dumps(row), flush=True)
        pipe.send("on")
    bot.terminate()
    bot.join()
    server.join()
    return found


def _rss(pid: int) -> float:
    """Resident memory of a process in MB, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _cpu(pid: int) -> float:
    """Processor time of a process so far in seconds, with its start; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return 0.0
    user, system = status.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--messages", type=int, default=5)
    given = parser.parse_args()
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    with tempfile.TemporaryDirectory() as folder:
        rows = measure("echo", given.people, given.messages, folder) + measure("ours", given.people, given.messages, folder)
    speeds = {name: sum(row["per_second"] for row in rows if row["bot"] == name and row["round"]) for name in ("echo", "ours")}
    cost = {name: sum(row["cpu_ms"] for row in rows if row["bot"] == name and row["round"]) / (_ROUNDS - 1) for name in speeds}
    memory = [row["rss_mb"] for row in rows if row["bot"] == "ours"]
    print(f"processor time for a message: ours {cost['ours']:.2f} ms, echo {cost['echo']:.2f} ms")
    print(f"ratio {speeds['ours'] / speeds['echo']:.2f}; memory {memory[1]} MB after the second round, {memory[-1]} MB after the last")


if __name__ == "__main__":
    main()
