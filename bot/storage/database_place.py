"""Where an installation keeps its data, by its settings: a file in its data folder, or a server that several programs share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from bot.settings import Settings, private_folder
from bot.storage.database import Database
from bot.storage.lock import AlreadyRunningError, InstanceLock


def database_of(settings: Settings) -> Database:
    """The database, not yet opened.

    Raises:
        StorageError: if its file cannot be made.
    """
    return Database(settings.database_url) if settings.database_url else Database.in_folder(settings.data_dir)


@contextmanager
def own_folder(settings: Settings) -> Iterator[Path]:
    """What this program alone keeps: the data folder, or, where programs may share that too, the first free one within."""
    if settings.database_url is None:
        yield settings.data_dir
        return
    for number in count(1):
        folder = private_folder(settings.data_dir / f"worker-{number}")
        with ExitStack() as stack:
            try:
                stack.enter_context(InstanceLock(folder / "lock"))
            except AlreadyRunningError:
                continue
            yield folder
            return
