"""A PostgreSQL server of the tests' own: in a folder of its own, on a socket there, gone at the end."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/pgsql/bin")
_ACCOUNTS = ("postgres", "nobody")
_SWIFT = "-c fsync=off -c shared_buffers=16MB -c max_connections=60 -c autovacuum=off"
MISSING = "no PostgreSQL server is installed here (initdb, pg_ctl): apt-get install postgresql"


@dataclass
class Server:
    """A server that is running, or was stopped for a while."""

    binaries: Path
    folder: Path
    account: str | None
    durable: bool = False

    def url(self, database: str) -> str:
        """What SQLAlchemy reaches a database by."""
        return f"postgresql+psycopg://bot@/{database}?host={self.folder}"

    def create(self) -> str:
        """The database, empty again; its URL. Making new ones takes longer."""
        end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'postgres' AND pid <> pg_backend_pid()"
        commands = [part for one in (end_all, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public") for part in ("-c", one)]
        self._run("psql", "-h", str(self.folder), "-U", "bot", "-d", "postgres", "-q", *commands)
        return self.url("postgres")

    def checkpoint(self) -> None:
        """Have everything written to its files."""
        self._run("psql", "-h", str(self.folder), "-U", "bot", "-d", "postgres", "-qc", "CHECKPOINT")

    def start(self) -> None:
        """Begin to serve; returns when it does."""
        how = f"-c listen_addresses= -k {self.folder} " + (_SWIFT.replace("fsync=off", "fsync=on") if self.durable else _SWIFT)
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", log, "-o", how, "start")

    def stop(self) -> None:
        """End at once, as a crash would."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self.binaries / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            user=self.account,
            extra_groups=None if self.account is None else [],
        )


def binaries() -> Path | None:
    """Where the server's programs are; None if there are none."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    for place in _PLACES:
        folders += sorted(Path("/").glob(place.lstrip("/")), reverse=True)
    return next((folder for folder in folders if (folder / "pg_ctl").exists() and (folder / "psql").exists()), None)


@contextlib.contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """A server, for as long as the context lasts. It refuses to run as root, so root lends it another account."""
    found = binaries()
    if found is None:
        raise RuntimeError(MISSING)
    account = _account() if hasattr(os, "getuid") and os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = Server(found, folder, account, durable)
    try:
        if account is not None:
            shutil.chown(folder, account)
        server._run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "bot", "-E", "UTF8", "--locale=C", "--no-sync")
        server.start()
        yield server
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _account() -> str:
    for name in _ACCOUNTS:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise RuntimeError("run the tests as another account than root")


@contextlib.contextmanager
def running_or_skipped() -> Iterator[Server]:
    """A server; the test is skipped where none is installed, and fails where one has to be."""
    if binaries() is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with running() as server:
        yield server
