"""A lock that ends with the process that holds it, however it ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self


class AlreadyRunningError(Exception):
    """Another process holds the lock."""


class InstanceLock:
    """At most one holder for a file, on every system: SQLite's exclusive lock, which ends with the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            AlreadyRunningError: if another process has it.
        """
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            raise AlreadyRunningError from error
        self._connection = connection
        return self

    def __exit__(self, *_: object) -> None:
        """Let the lock go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
