"""What an operator needs stands in the log; what people wrote does not."""

from __future__ import annotations

import sqlite3

import pytest
from telegram.error import BadRequest

from bot.channels.telegram.log_redaction import without_words
from bot.storage.database import StorageError


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(98, "Address already in use"), "Address already in use"),
        (sqlite3.OperationalError("database is locked"), "database is locked"),
        (StorageError("/d/bot.sqlite3：磁盘满了"), "磁盘满了"),
        (AttributeError("'NoneType' object has no attribute 'text'"), "'NoneType' object has no attribute 'text'"),
        (BadRequest("Chat not found"), "chat not found"),
    ],
)
def test_the_reason_is_told(error: Exception, told: str) -> None:
    assert told in without_words(error)


@pytest.mark.parametrize(
    "error",
    [
        KeyError("王小明 13812345678"),
        ValueError("could not convert 王小明"),
        TypeError("bad operand '王小明 13812345678'"),
        BadRequest("王小明 said 13812345678"),
    ],
)
def test_what_somebody_wrote_is_not(error: Exception) -> None:
    line = without_words(error)
    assert "王小明" not in line
    assert "13812345678" not in line
    assert "\n" not in line
