"""Words by which people signal what they are doing."""

from __future__ import annotations

import pytest

from bot.language.normalise import fold
from bot.language.signals import SILENT, Signal

CORRECTS = Signal(["不对", "^ 更正", "^ 说错了 $"], fold)


def test_a_word_is_heard_anywhere_or_at_the_beginning_only() -> None:
    assert CORRECTS.heard("啊不对")
    assert CORRECTS.opens("更正，是8天") == 2
    assert CORRECTS.opens("要更正") is None
    assert not CORRECTS.heard("要更正")


def test_a_whole_message_is_heard_marks_and_particles_aside() -> None:
    assert CORRECTS.is_all_of("说错了！")
    assert CORRECTS.heard("说错了。")
    assert not CORRECTS.heard("我说错了")


def test_where_it_stands() -> None:
    assert CORRECTS.spans("不对，不对") == [(0, 2), (3, 5)]
    assert CORRECTS.opens("是，不对", 2) == 4
    assert CORRECTS.closes("这不对")
    assert not CORRECTS.closes("不对吧")


def test_the_longest_word_is_taken() -> None:
    assert Signal(["好", "好的"], fold).opens("好的，那") == 2


def test_words_are_folded_as_messages_are() -> None:
    assert Signal(["說錯"], fold).heard("说错")


@pytest.mark.parametrize("entry", ["不 对", "不对 $", "<medic>", "^ 是 不对"])
def test_anything_but_a_single_word_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="这里只写一个词"):
        Signal([entry], fold)


def test_silence_hears_nothing() -> None:
    assert not SILENT.heard("")
    assert not SILENT.heard("不对")
    assert SILENT.spans("不对") == []
    assert not SILENT.closes("不对")
    assert not SILENT.is_all_of("")
