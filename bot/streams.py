"""The three standard streams made safe: present, able to carry Chinese, quiet when nobody reads any more."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def prepare_streams() -> None:
    """Open those that are closed on nothing, and make all of them carry Chinese without ever failing on a character."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open as long as we run
        speak_chinese(getattr(sys, name))


def speak_chinese(stream: TextIO) -> None:
    """Read or write UTF-8, unless the stream is a terminal whose own encoding knows Chinese."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        keeps = stream.isatty() and _knows_chinese(stream.encoding)
        reconfigure(encoding=stream.encoding if keeps else "utf-8", errors="replace")


def say(text: str) -> None:
    """Write lines to the standard output."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Write lines to the standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def abandon_stdout() -> None:
    """Send what is still unwritten to nowhere, so that closing the stream cannot fail: its reader has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _knows_chinese(encoding: str) -> bool:
    try:
        "中文：“”·".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True
