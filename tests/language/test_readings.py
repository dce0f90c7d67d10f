"""Characters are read as pypinyin reads them, and its phrases are not loaded for that."""

from __future__ import annotations

import subprocess
import sys

from pypinyin.constants import PINYIN_DICT

from bot.language.readings import readings


def test_the_table_is_pypinyin_s() -> None:
    assert readings() == PINYIN_DICT


def test_hearing_a_message_loads_neither_phrases_nor_jieba() -> None:
    told = "import sys, bot.dialogue.respond; print([name for name in ('pypinyin', 'jieba') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
