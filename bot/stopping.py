"""A service is told to stop by a signal, at any moment of its life, also before it is ready: it ends, with exit code 0."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import FrameType

LONGEST_STOP = 9.0
"""Seconds after which the process is gone whatever hangs. What matters is on disk before it is acknowledged."""


_SERVICES = frozenset({"telegram", "serve"})
"""Commands that run until told to stop."""


class StoppedError(BaseException):
    """Told to stop while starting. No ordinary exception: nothing may take it for a fault and go on."""


def end_at_once(argv: Sequence[str]) -> None:
    """While nothing of a service has begun, a signal to stop just ends it; one to reload means nothing yet."""
    if _SERVICES.isdisjoint(argv):
        return
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), _exit)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, _too_early)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Until the service handles signals itself: the first to stop raises, and one to reload is too early to mean anything."""
    names = [name for name in ("SIGTERM", "SIGINT") if hasattr(signal, name)]
    before = {getattr(signal, name): signal.signal(getattr(signal, name), _stop) for name in names}
    if hasattr(signal, "SIGHUP"):
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, _too_early)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def gone_soon() -> None:
    """From now on the process has ``LONGEST_STOP`` seconds left."""
    last_resort = threading.Timer(LONGEST_STOP, os._exit, (0,))
    last_resort.daemon = True
    last_resort.start()


class LeftBehind(ThreadPoolExecutor):
    """Threads that a loop does not wait for at its end: what they work out nobody wants any more."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 - as the library calls it
        """Begin nothing more."""
        super().shutdown(wait=False, cancel_futures=True)


def end_service(argv: Sequence[str], code: int) -> None:
    """A service that has ended is gone at once: no thread is joined, and a large heap is not taken apart object by object."""
    if _SERVICES.isdisjoint(argv):
        return
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _exit(_: int, __: FrameType | None) -> None:
    os._exit(0)


def _stop(_: int, __: FrameType | None) -> None:
    gone_soon()
    raise StoppedError


def _too_early(_: int, __: FrameType | None) -> None:
    """What is read now is what a reload would read."""
