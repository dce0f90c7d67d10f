"""Load on loopback: many visitors, five turns each, against ``serve`` in a process of its own.

    python -m benchmarks.web                       2,000 visitors, 100 turns a second
    python -m benchmarks.web 2000 150 10           visitors, turns a second, rounds

Visitors come from addresses of their own (the server believes the benchmark to be its proxy). Prints, for each round, what failed,
the latency at p50 and p99, and the server's memory; then the core's own p50 in this very run and the ratio of p99 to it, and the
throughput beside that of a bare Starlette echo route. Wanted: nothing fails; p99 ≤ 20 × the core's p50; echo ratio ≥ 0.5.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.commands.answering_snapshot import ready_snapshot
from bot.dialogue.respond import Message, respond
from bot.model.session import Session
from bot.settings import read_settings
from tests.channels.loopback import free_port

TURNS = ("我在隔离病房干了25天，一共多少", "援鄂的", "我家孩子上公办幼儿园能优先吗", "爷爷户口在红桥", "心理热线多少")
TURN = "/api/v1/turn"
ECHO_SECONDS = 3.0
WORKERS = 16


async def visit(client: httpx.AsyncClient, number: int, begin: float, pause: float, took: list[float]) -> int:
    """One visitor from the first to the last turn. How many turns failed."""
    await asyncio.sleep(max(0.0, begin - time.perf_counter()))
    headers = {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}
    asked: dict[str, Any] = {"region": "hongqiao"}
    failed = 0
    for text in TURNS:
        started = time.perf_counter()
        response = await client.post(TURN, json=asked | {"text": text}, headers=headers)
        took.append(time.perf_counter() - started)
        failed += response.status_code != 200
        asked = {"session": response.json()["session"]} if response.status_code == 200 else asked
        await asyncio.sleep(pause)
    return failed


async def one_round(client: httpx.AsyncClient, visitors: int, rate: float) -> tuple[int, list[float]]:
    """All visitors, arriving evenly, so that ``rate`` turns a second are asked."""
    took: list[float] = []
    begin, between = time.perf_counter() + 0.2, len(TURNS) / rate
    visits = [visit(client, n, begin + n * between, 0.5, took) for n in range(visitors)]
    return sum(await asyncio.gather(*visits)), took


async def throughput(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> float:
    """Requests a second that one client process gets answered, several at a time."""
    until, done = time.perf_counter() + ECHO_SECONDS, 0

    async def ask(number: int) -> None:
        nonlocal done
        while time.perf_counter() < until:
            headers = {"X-Forwarded-For": f"11.{number}.{done >> 8 & 255}.{done & 255}"}
            await client.post(path, json=body, headers=headers)
            done += 1

    await asyncio.gather(*map(ask, range(WORKERS)))
    return done / ECHO_SECONDS


def core_p50() -> float:
    """The median of the core alone, in seconds, over the same turns."""
    snapshot, took = ready_snapshot(read_settings(os.environ)), []
    for _ in range(60):
        session = Session(region="hongqiao")
        for text in TURNS:
            started = time.perf_counter()
            _, session = respond(Message(text), session, snapshot, date.today())
            took.append(time.perf_counter() - started)
    return statistics.median(took)


def memory(pid: int) -> float:
    """Resident MiB of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1_024


async def echo(request: Request) -> JSONResponse:
    """The yardstick."""
    return JSONResponse(await request.json())


async def load(visitors: int, rate: float, rounds: int) -> None:
    """Start the server, run the rounds, then the yardstick."""
    core, port, echo_port = core_p50(), free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        data = os.environ.get("BOT_DATA_DIR", folder)
        variables = {"BOT_DATA_DIR": data, "BOT_WEB_LISTEN": f"127.0.0.1:{port}", "BOT_WEB_PROXY": "127.0.0.1"}
        server = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "serve"),
            env=os.environ | variables | {"BOT_LOG_LEVEL": "ERROR"},
            stdout=asyncio.subprocess.PIPE,
        )
        assert server.stdout is not None
        await server.stdout.readline()  # it prints its address once it can answer
        limits = httpx.Limits(max_connections=400, max_keepalive_connections=400)
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}", timeout=600, limits=limits, trust_env=False
        ) as client:
            for number in range(rounds):
                failed, took = await one_round(client, visitors, rate)
                p50, p99 = statistics.median(took), statistics.quantiles(took, n=100)[98]
                told = f"failed {failed} of {len(took)}; p50 {p50 * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms"
                sys.stdout.write(f"round {number + 1}: {told} = {p99 / core:.1f} x core; {memory(server.pid):.0f} MiB\n")
            ours = await throughput(client, TURN, {"text": TURNS[0], "region": "hongqiao"})
        server.terminate()
        await server.wait()
    yardstick = uvicorn.Server(
        uvicorn.Config(
            Starlette(routes=[Route(TURN, echo, methods=["POST"])]), port=echo_port, log_config=None, access_log=False
        )
    )
    running = asyncio.create_task(asyncio.to_thread(yardstick.run))
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{echo_port}", timeout=60, trust_env=False) as client:
        while not yardstick.started:
            await asyncio.sleep(0.05)
        theirs = await throughput(client, TURN, {"text": TURNS[0], "region": "hongqiao"})
    yardstick.should_exit = True
    await running
    sys.stdout.write(f"core p50 {core * 1e3:.2f} ms; {ours:.0f} turns/s, echo {theirs:.0f}/s, ratio {ours / theirs:.2f}\n")


if __name__ == "__main__":
    given = [float(argument) for argument in sys.argv[1:]] + [2_000, 100, 1][len(sys.argv) - 1 :]
    asyncio.run(load(int(given[0]), given[1], int(given[2])))
