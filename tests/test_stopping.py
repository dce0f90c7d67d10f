"""Told to stop at any moment of the start: it ends, and that is no failure."""

from __future__ import annotations

import os
import signal
from argparse import Namespace

import pytest

from bot import stopping
from bot.commands import telegram, telegram_bot
from bot.settings import Settings, shipped_knowledge
from bot.stopping import StoppedError, stoppable


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
