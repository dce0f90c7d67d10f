"""Told to stop at any moment of the start: it ends, and that is no failure."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from argparse import Namespace
from typing import Any, cast

import pytest

from bot import stopping
from bot.channels.telegram import lifecycle
from bot.commands import telegram, telegram_bot
from bot.settings import Settings, shipped_knowledge
from bot.stopping import LeftBehind, StoppedError, stoppable


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_while_starting_ends_with_zero(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    pending: list[float] = []
    monkeypatch.setattr(stopping, "gone_soon", lambda: pending.append(stopping.LONGEST_STOP))
    monkeypatch.setattr(telegram_bot, "run_telegram", lambda _: os.kill(os.getpid(), number))
    before = signal.getsignal(number)
    folder = shipped_knowledge()
    assert telegram.COMMAND.run(Namespace(), Settings(folder, folder)) == 0
    assert pending == [stopping.LONGEST_STOP]
    assert signal.getsignal(number) == before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this platform has no SIGHUP")
def test_a_reload_while_starting_is_no_end() -> None:
    with stoppable():
        os.kill(os.getpid(), signal.SIGHUP)


@pytest.mark.parametrize(("argv", "armed"), [(["telegram"], True), (["--knowledge", "x", "serve"], True), (["ask"], False)])
def test_a_service_ends_with_zero_while_its_modules_are_read(
    monkeypatch: pytest.MonkeyPatch, argv: list[str], armed: bool
) -> None:
    set_: dict[int, object] = {}
    monkeypatch.setattr(signal, "signal", lambda number, handler: set_.update({number: handler}))
    stopping.end_at_once(argv)
    assert bool(set_) == armed
    assert not armed or {signal.SIGTERM, signal.SIGINT} <= set_.keys()


def test_nothing_takes_a_stop_for_a_fault() -> None:
    assert not issubclass(StoppedError, Exception)


def test_threads_that_work_for_nobody_any_more_are_not_waited_for() -> None:
    gate, ended = threading.Event(), list[str]()

    def work() -> None:
        gate.wait(60)
        ended.append("work")

    async def serve() -> None:
        asyncio.get_running_loop().set_default_executor(LeftBehind())
        task = asyncio.create_task(asyncio.to_thread(work))
        await asyncio.wait({task}, timeout=0)

    asyncio.run(serve())
    assert not ended
    gate.set()


def test_the_telegram_bot_does_not_wait_for_them_either(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, ended = threading.Event(), list[str]()

    def work() -> None:
        gate.wait(5)
        ended.append("work")

    async def serve(*_: object) -> None:
        task = asyncio.create_task(asyncio.to_thread(work))
        await asyncio.wait({task}, timeout=0)

    monkeypatch.setattr(lifecycle, "serve", serve)
    assert asyncio.run(lifecycle._run(*[cast(Any, None)] * 4)) == 0
    assert not ended
    gate.set()


def test_a_service_that_has_ended_is_gone_whatever_still_runs_in_it() -> None:
    program = (
        "import sys, threading, bot.cli, bot.__main__ as program\n"
        "def run():\n"
        "    threading.Thread(target=threading.Event().wait).start()\n"
        "    print('ended')\n"
        "    return 3\n"
        "bot.cli.main, sys.argv = run, ['bot', 'serve']\n"
        "program.main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stdout) == (3, "ended\n"), ended.stderr
