"""A process that compiles what tells of distress, while this one compiles what is asked: nobody waits for both in turn."""

from __future__ import annotations

import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from bot.model.knowledge import Knowledge

_COMPILER = "bot.keeping.care_compiler"
_PATIENCE_SECONDS = 900
"""After so long the work is done here instead."""


class CareBeside:
    """The other process. What it made lies in the folder when ``wait`` returns; if it failed, nothing does, and that is no error."""

    def __init__(self, knowledge: Knowledge, cache_dir: Path) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and a module of ours
                [sys.executable, "-m", _COMPILER, str(cache_dir.resolve())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._tell(knowledge)

    def _tell(self, knowledge: Knowledge) -> None:
        """Hand over what is to be compiled."""
        if self._process is not None and self._process.stdin is not None:
            with self._process.stdin as stream:
                stream.write(pickle.dumps(knowledge.only(()), pickle.HIGHEST_PROTOCOL))  # regions tell of no distress

    def __enter__(self) -> CareBeside:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def wait(self) -> None:
        """Until the other process has come to an end, well or not."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE_SECONDS)
