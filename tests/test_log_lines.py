"""One event is one line, whatever failed, for people and for programs."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from bot.log_lines import JsonLine, OneLine


def record() -> logging.LogRecord:
    """Something that failed."""
    try:
        raise OSError(28, "No space left on device", "/data/bot.sqlite3")
    except OSError:
        return logging.LogRecord("bot.place", logging.ERROR, __file__, 1, "could not\nwrite %d", (3,), sys.exc_info())


@pytest.mark.parametrize("formatter", [OneLine(), JsonLine()])
def test_a_failure_is_one_line_with_its_reason_and_place(formatter: logging.Formatter) -> None:
    line = formatter.format(record())
    assert "\n" not in line
    assert "No space left on device" in line
    assert "test_log_lines.py" in line


def test_json_has_its_parts() -> None:
    event = json.loads(JsonLine().format(record()))
    assert (event["level"], event["place"], event["message"]) == ("ERROR", "bot.place", "could not\nwrite 3")
    assert set(event) == {"time", "level", "place", "message", "error"}
