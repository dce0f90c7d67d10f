"""What every test may use: the shipped knowledge, a snapshot of it, and no network beyond this machine."""

from __future__ import annotations

import gc
import ipaddress
import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bot.compiled.care import CareIndex
from bot.compiled.snapshot import Snapshot, build_snapshot
from bot.keeping.index_store import compile_snapshot
from bot.model.knowledge import Knowledge
from bot.reading.parse import Reading, load, read_folder
from bot.reading.problem import KnowledgeError
from bot.settings import shipped_knowledge
from tests.authors.folders import BASE, base_folder
from tests.authors.signals import SIGNALS
from tests.dialogue.talking import Start
from tests.storage.postgres_server import Server, running_or_skipped

# The same examples on every run and no time limits: a test fails because of the code, not because of the machine.
settings.register_profile("project", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First a file that has the shipped knowledge compiled, then those that do without it: nobody waits meanwhile. Then the rest."""
    needing = list(dict.fromkeys(item.path for item in items if "snapshot" in getattr(item, "fixturenames", ())))
    items.sort(key=lambda item: 0 if item.path in needing[:1] else 2 if item.path in needing else 1)


class StrayConnectionError(AssertionError):
    """A test tried to reach another machine."""


@pytest.fixture(scope="session", autouse=True)
def _only_loopback() -> Iterator[None]:
    """Fail every connection and every name look-up that leaves this machine."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_strangers(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_strangers(self, address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _is_local(host):
            raise StrayConnectionError(f"a test looked up {host!r}; use an emulator on 127.0.0.1")
        return getaddrinfo(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield


def _refuse_strangers(sock: socket.socket, address: Any) -> None:
    if sock.family in (socket.AF_INET, socket.AF_INET6) and not _is_local(address[0]):
        raise StrayConnectionError(f"a test tried to connect to {address!r}; use an emulator on 127.0.0.1")


def _is_local(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(name))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(scope="session", autouse=True)
def _authorities_read_once() -> Iterator[None]:
    """Every client reads the certificates of all authorities anew, two at each start of the bot; nothing here is signed by any."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session")
def shipped() -> Reading:
    """The shipped knowledge folder, read once."""
    return read_folder(shipped_knowledge())


@pytest.fixture(scope="session")
def knowledge(shipped: Reading) -> Knowledge:
    """The shipped knowledge."""
    if shipped.knowledge is None:
        raise KnowledgeError(shipped.errors)
    return shipped.knowledge


@pytest.fixture(scope="session")
def snapshot(knowledge: Knowledge, compiled_cache: Path) -> Snapshot:
    """The shipped knowledge made ready to answer from, built once. As in the bot, the collector does not look through it again."""
    with _one_at_a_time(compiled_cache.with_name("compiling")):
        built = compile_snapshot(knowledge, compiled_cache)
    gc.collect()
    gc.freeze()
    return built


@pytest.fixture(scope="session")
def compiled_cache(pytestconfig: pytest.Config) -> Path:
    """Where the shipped knowledge is kept as compiled, for all workers and the next run: only the code that made it reads it."""
    place = pytestconfig.rootpath / ".pytest_cache" / "compiled"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """What one worker compiles the others read."""
    with lock.open("w") as stream:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def care(snapshot: Snapshot) -> CareIndex:
    """All that the shipped knowledge knows of distress."""
    return snapshot.care


@pytest.fixture(scope="session")
def small() -> Snapshot:
    """The small sound folder made ready to answer from: two regions, three measures, the signals a turn listens for."""
    return build_snapshot(load(BASE).model_copy(update={"signals": SIGNALS}))


@pytest.fixture(scope="session")
def start(snapshot: Snapshot) -> Start:
    """Begins conversations on the shipped knowledge."""
    return Start(snapshot)


@pytest.fixture(scope="session")
def cache_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One private place for caches of small knowledge folders, so that they are made once."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server, started by the first test that needs one."""
    with running_or_skipped() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small sound knowledge folder."""
    return base_folder(tmp_path)
