"""Characters are read as pypinyin reads them, and its phrases are not loaded for that."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from pypinyin.constants import PINYIN_DICT

from bot.language.readings import readings

_TONE_MARKS = "\u0300\u0301\u0304\u030c"


def _plain(reading: str) -> str:
    """As it is typed: without its tone, v for ü."""
    parts = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(part for part in parts if part not in _TONE_MARKS)


def test_each_character_is_read_as_pypinyin_reads_it_most_often() -> None:
    expected = {chr(code): _plain(told.split(",")[0]) for code, told in PINYIN_DICT.items()}
    assert {character: readings().of(character) for character in expected} == expected


@pytest.mark.parametrize("character", ["，", "a", "\U0001f600"])
def test_what_is_no_character_is_not_read(character: str) -> None:
    assert readings().of(character) == ""


def test_hearing_a_message_loads_neither_phrases_nor_jieba() -> None:
    told = "import sys, bot.dialogue.respond; print([name for name in ('pypinyin', 'jieba') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
