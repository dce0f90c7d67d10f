"""It cuts as jieba does, with words of our own."""

from __future__ import annotations

import pickle

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.segment import Segmenter

OWN = ("临时性工作补助", "守群人", "x光")


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(OWN)


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> jieba.Tokenizer:
    """jieba's own, with the same words."""
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    for word in OWN:
        tokenizer.add_word(word, freq=2_000)
    return tokenizer


def test_known_words_stay_whole(segmenter: Segmenter) -> None:
    assert segmenter.cut("守群人领临时性工作补助吗") == ["守群人", "领", "临时性工作补助", "吗"]


@given(st.text("临时性工作补助守群人一二三abc，。 ", max_size=30))
def test_nothing_is_dropped(segmenter: Segmenter, text: str) -> None:
    assert "".join(segmenter.cut(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "守群人在湖北干了20天，一共能领多少临时性工作补助？",
        "父母户籍不在本区，孩子上幼儿园能优先吗\r\n  谢谢",
        "x光一次3.5元 abc-12 a_b c%d 5g",
        "龘靐齉爩，𠀀𠀁。",
        "",
    ],
)
def test_it_cuts_as_jieba_does(segmenter: Segmenter, tokenizer: jieba.Tokenizer, text: str) -> None:
    assert segmenter.cut(text) == list(tokenizer.cut(text, HMM=False))


@given(st.text("中华人民共和国医务人员子女的是不在了x光1 。", max_size=20))
def test_any_text_is_cut_as_jieba_does(segmenter: Segmenter, tokenizer: jieba.Tokenizer, text: str) -> None:
    assert segmenter.cut(text) == list(tokenizer.cut(text, HMM=False))


def test_frequencies_are_the_dictionary_s_or_high_enough_for_a_word_of_our_own(
    segmenter: Segmenter, tokenizer: jieba.Tokenizer
) -> None:
    assert segmenter.frequencies["医院"] == tokenizer.FREQ["医院"]
    assert segmenter.frequencies["守群人"] == 2_000
    assert "守群" not in segmenter.frequencies
    assert len(segmenter.frequencies) == sum(1 for frequency in tokenizer.FREQ.values() if frequency)


def test_one_that_travelled_cuts_the_same(segmenter: Segmenter) -> None:
    again = pickle.loads(pickle.dumps(segmenter))
    assert again.cut("守群人领多少") == segmenter.cut("守群人领多少") == ["守群人", "领", "多少"]
