"""How a log is written: one line an event, for people, or as JSON for programs."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType

TEXT, JSON = "text", "json"
_FRAMES = 4


class OneLine(logging.Formatter):
    """Time, level, place, message; what failed and where it came from behind it, in the same line."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One event."""
        return super().format(record).replace("\n", " ⏎ ")

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        """The exception with its last places."""
        return _in_short(ei)


class JsonLine(logging.Formatter):
    """An object with ``time``, ``level``, ``place``, ``message`` and, where something failed, ``error``."""

    def format(self, record: logging.LogRecord) -> str:
        """One event."""
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "place": record.name,
            "message": record.getMessage(),
        }
        error = record.exc_text or (_in_short(record.exc_info) if record.exc_info else "")
        return json.dumps(event | ({"error": error} if error else {}), ensure_ascii=False)


def begin_log(level: int, form: str) -> None:
    """Log to the standard error from now on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLine() if form == JSON else OneLine())
    logging.basicConfig(level=level, handlers=[handler])


def _in_short(found: object) -> str:
    if not isinstance(found, tuple) or not isinstance(found[1], BaseException):
        return ""
    return f"{type(found[1]).__name__}: {found[1]}{_places(found[1].__traceback__)}"


def _places(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    return "".join(f" ← {frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))
