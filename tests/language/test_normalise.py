"""The ways one sentence can be typed are folded into one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.normalise import Rewriter, _folded, _is_folded, fold, has_words, to_simplified


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("心理熱線", "心理热线"),
        ("護士補助", "护士补助"),
        ("５０ＡＢ", "50ab"),
        ("孩 子 上 学", "孩子上学"),
        ("一天补多少？？？！！", "一天补多少？"),
        ("好好好好好", "好"),
        ("哈哈哈哈", "哈"),
        ("天天都累", "天天都累"),
        ("1000", "1000"),
        ("补助\u200b多少\ufeff", "补助多少"),
        ("补\x00助", "补助"),
        ("👶上学", "孩子上学"),
        ("补助,多少?", "补助，多少？"),
        ("3.5天", "3.5天"),
        ("", ""),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_for_what_was_folded(text: str) -> None:
    once = fold(text)
    assert fold(fold(once)) == fold(once)


@given(st.text(max_size=40))
def test_nothing_unseen_is_left(text: str) -> None:
    assert all(ch == "\n" or ch.isprintable() for ch in fold(text))


@given(st.text("的一是在人有我他这中大来上国", max_size=20))
def test_simplified_text_stays(text: str) -> None:
    assert to_simplified(text) == text


@pytest.mark.parametrize(
    ("text", "words"), [("", False), ("？！", False), ("12", False), ("补", True), ("a", True), ("😊", False)]
)
def test_has_words(text: str, words: bool) -> None:
    assert has_words(text) is words


def test_the_longest_variant_is_rewritten() -> None:
    rewrite = Rewriter({"几多": "多少", "几多钱": "多少钱啊", "冇": "没有"})
    assert rewrite("几多钱") == "多少钱啊"
    assert rewrite("冇几多") == "没有多少"
    assert rewrite("没有") == "没有"


def test_no_variants_no_change() -> None:
    assert Rewriter({})("冇") == "冇"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("我系护士", "我是护士"),
        ("老公都系前线嘅", "老公都是前线嘅"),
        ("联系人系边个", "联系人是边个"),
        ("卫生系统的关系", "卫生系统的关系"),
    ],
)
def test_the_cantonese_copula_is_read_as_such(typed: str, read: str) -> None:
    assert Rewriter({})(typed) == read


@given(st.text(st.sampled_from("护士去的啊哈一百单八十有又二天日年陆壹於後，。？、！ 03~→"), max_size=8))
def test_what_is_taken_as_folded_is_what_all_the_rules_would_leave(text: str) -> None:
    assert fold(text) == _folded(text)


def test_most_of_what_is_known_is_taken_as_folded() -> None:
    assert all(map(_is_folded, ("护士", "值班的餐费，谁来出？")))
    assert not any(map(_is_folded, ("一百单八天", "五十有二天", "啊啊啊", "津貼", "3天", "好，，好")))
