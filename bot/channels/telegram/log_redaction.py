"""Log hygiene: no token, no message text, no names; and still what an operator needs to know of a fault."""

from __future__ import annotations

import logging
import re
import sqlite3
import traceback
from types import TracebackType

from aiohttp import ClientError
from telegram.error import TelegramError

from bot.channels.telegram.fault_meaning import reason_of
from bot.storage.database import StorageError

_CHATTY = ("httpx", "httpcore", "aiohttp", "telegram", "uvicorn", "aiosqlite", "asyncio", "sqlalchemy")
"""The HTTP clients log addresses, which hold the token; the telegram library logs whole answers of the server."""

_OF_THE_MACHINE = (OSError, sqlite3.Error, StorageError)
"""What these say is of files, addresses and disks, never of what people wrote."""
_OF_THE_CODE = (TypeError, AttributeError, NameError, RuntimeError, AssertionError)
"""What these say is of names in the code, and perhaps of a value: what is quoted, and what is not ASCII, is left out."""
_VALUE = re.compile(r"[^\x20-\x7e]+|\d{5,}|'([^']*)'")
_NAME = re.compile(r"[A-Za-z_.]{1,40}")
_FRAMES = 4


class Redacting(logging.Filter):
    """Takes the token out of a record, and out of tracebacks what may quote a message."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record. It is always let through."""
        if self._token in record.getMessage():
            record.msg, record.args = record.getMessage().replace(self._token, "<token>"), ()
        if record.exc_info:
            record.exc_text = without_words(record.exc_info[1]).replace(self._token, "<token>")
            record.exc_info = None
        return True


def without_words(error: BaseException | None) -> str:
    """An exception and what it came from, in one line, with what is known to hold nobody's words."""
    told = []
    while error is not None:
        told.append(f"{type(error).__module__}.{type(error).__qualname__}{_said(error)}{_places(error.__traceback__)}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " ⇐ ".join(told)


def _said(error: BaseException) -> str:
    if isinstance(error, TelegramError):
        return f": {reason_of(error)}"
    if isinstance(error, ClientError):  # Some are OSErrors, and yet name the address, and that the token.
        return ""
    if isinstance(error, _OF_THE_MACHINE):
        return f": {error}".replace("\n", " ")
    return f": {_VALUE.sub(_shown, str(error))}" if isinstance(error, _OF_THE_CODE) else ""


def _shown(value: re.Match[str]) -> str:
    """A quoted name of the code stays; every other value goes."""
    return value[0] if value[1] is not None and _NAME.fullmatch(value[1]) else "…"


def _places(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    return "".join(f" ← {frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames))


def protect(token: str) -> None:
    """Make every handler of the process discreet, and quiet the libraries."""
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for handler in logging.getLogger().handlers:
        handler.addFilter(Redacting(token))
