"""The tokenizer is our own: its words, its cache."""

from __future__ import annotations

from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.segment import Segmenter


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> Segmenter:
    return Segmenter(["临时性工作补助", "守群人"], tmp_path_factory.mktemp("own"))


def test_known_words_stay_whole(segmenter: Segmenter) -> None:
    assert segmenter.cut("守群人领临时性工作补助吗") == ["守群人", "领", "临时性工作补助", "吗"]


@given(st.text("临时性工作补助守群人一二三abc，。 ", max_size=30))
def test_nothing_is_dropped(segmenter: Segmenter, text: str) -> None:
    assert "".join(segmenter.cut(text)) == text


def test_the_shared_tokenizer_is_left_alone(segmenter: Segmenter) -> None:
    assert "守群人" in segmenter.frequencies
    assert "守群人" not in jieba.dt.FREQ


def test_the_cache_lies_in_the_private_place(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "cache"
    Segmenter([], place)
    assert [file.name for file in place.iterdir()] == ["jieba-dictionary.cache"]
    assert place.stat().st_mode & 0o077 == 0
