"""Hear a message: folded, cut, known words found, typos mended."""

from __future__ import annotations

import pytest

from bot.compiled.snapshot import Snapshot
from bot.understanding.hear import hear


@pytest.mark.parametrize(("typed", "readable"), [("补助", True), ("12", True), ("", False), ("？！", False), ("😊", False)])
def test_what_can_be_read(typed: str, readable: bool, small: Snapshot) -> None:
    assert hear(typed, small).readable is readable


def test_what_was_typed_is_folded_and_cut(small: Snapshot) -> None:
    heard = hear("甲縣的補助？？", small)
    assert heard.text == "甲县的补助？"
    assert "".join(heard.analysis.tokens) == heard.text
    assert heard.analysis.ids("place") == ["jia"]


def test_of_a_long_message_both_ends_are_heard(small: Snapshot) -> None:
    heard = hear("甲县，" + "一二三四五六，" * 200 + "我不想活了", small)
    assert heard.text.startswith("甲县")
    assert heard.text.endswith("我不想活了")
    assert not heard.too_long


def test_a_pasted_document_is_too_long(small: Snapshot) -> None:
    assert hear("一二三四五六，" * 400, small).too_long
    assert not hear("补助多少", small).too_long
