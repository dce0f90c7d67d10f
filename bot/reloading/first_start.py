"""The first start on some content is prepared by a process of its own: ``python -m bot.reloading.first_start``.

Reading and compiling leave twice the memory behind that answering takes. That memory goes with the process; the bot reads
what it kept.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from bot.keeping.content_store import can_keep
from bot.keeping.folder_digests import remember_digests
from bot.reading.parse import region_folders
from bot.reloading.candidate import examine_at_start, is_start_kept
from bot.teaching.overlay import Overlay, overlay_of

_log = logging.getLogger(__name__)

_PATIENCE_SECONDS, _PATIENCE_PER_REGION = 900.0, 2.0
"""How long the process may take: a busy machine takes minutes, and a region read for the first time half a second."""

_BIG = 1_000_000
"""Bytes of a folder from which it is worth the start of a process."""


def prepare_start(folder: Path, overlay: Overlay, taught_file: Path, cache_dir: Path, digest: str | None = None) -> None:
    """Have it ready for ``examine_at_start``. If that fails nothing is ready, and that is no error: it is done here then.

    ``digest`` is that of the content, where it is known already.
    """
    if not can_keep(cache_dir) or is_start_kept(folder, overlay, taught_file, cache_dir, digest) or _size(folder) < _BIG:
        return
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and a module of ours
            [sys.executable, "-m", "bot.reloading.first_start", str(folder), str(taught_file), str(cache_dir)],
            input=overlay.to_json().encode(),
            stdout=subprocess.DEVNULL,
            stderr=None if sys.stderr.isatty() else subprocess.PIPE,  # a terminal is shown how far the reading is
            timeout=_PATIENCE_SECONDS + _PATIENCE_PER_REGION * len(region_folders(folder)),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("the first start is prepared here, not beside: %s", error)
        return
    if done.returncode:
        said = (done.stderr or b"").decode(errors="replace")[-500:]
        _log.warning("the first start is prepared here, not beside (exit %d): %s", done.returncode, said)


def _size(folder: Path) -> int:
    with suppress(OSError):
        return sum(file.stat().st_size for file in folder.rglob("*.yaml"))
    return 0


def main(arguments: list[str]) -> int:
    """Arguments: the knowledge folder, the file of what was taught, the cache folder; as the bot names them.

    What was taught is read from standard input: with a version of earlier it is not what lies in the file.
    """
    folder, taught_file, cache_dir = map(Path, arguments)
    remember_digests(cache_dir)
    examine_at_start(folder, overlay_of(sys.stdin.buffer.read().decode()), taught_file, cache_dir)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
