"""Log hygiene: no token, no message text, no names."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

_CHATTY = ("httpx", "httpcore", "telegram", "uvicorn", "aiosqlite", "asyncio", "sqlalchemy")
"""httpx and httpcore log addresses, which hold the token; the telegram library logs whole answers of the server."""


class Redacting(logging.Filter):
    """Takes the token out of a record, and what exceptions say out of tracebacks: they may quote a message."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record. It is always let through."""
        if self._token in record.getMessage():
            record.msg, record.args = record.getMessage().replace(self._token, "<token>"), ()
        if record.exc_info:
            record.exc_text = without_words(record.exc_info[1], record.exc_info[2])
            record.exc_info = None
        return True


def without_words(error: BaseException | None, trace: TracebackType | None) -> str:
    """A traceback with the kinds of exceptions and without what they say."""
    lines = ["Traceback (most recent call last):\n", *traceback.format_tb(trace)]
    while error is not None:
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}\n")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if error is not None:
            lines += ["caused by:\n", *traceback.format_tb(error.__traceback__)]
    return "".join(lines).rstrip()


def protect(token: str) -> None:
    """Make every handler of the process discreet, and quiet the libraries."""
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for handler in logging.getLogger().handlers:
        handler.addFilter(Redacting(token))
