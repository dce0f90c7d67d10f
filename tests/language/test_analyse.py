"""From what was typed to what the rest works on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compiled.snapshot import Snapshot
from bot.language.analyse import MAX_CHARACTERS, Language


def test_concepts_and_places_are_mentioned(language: Language) -> None:
    analysis = language.analyse("紅橋的補助有冇")
    assert analysis.text == "红桥的补助有没有"
    assert analysis.ids("place") == ["district"]
    assert analysis.ids("concept") == ["subsidy"]
    assert "".join(analysis.tokens) == analysis.text


def test_a_word_that_straddles_two_words_is_none(language: Language) -> None:
    assert language.analyse("平安").ids("place") == ["calm"]
    assert language.analyse("和平安康").ids("place") == []


def test_spoken_variants_are_rewritten(language: Language) -> None:
    assert language.analyse("瞓唔着").ids("literal") == ["睡不着"]


def test_a_long_message_is_read_up_to_a_limit(language: Language) -> None:
    assert len(language.analyse("补助，" * 100_000).text) <= MAX_CHARACTERS


@given(st.text(max_size=60))
def test_any_text_is_read(language: Language, text: str) -> None:
    analysis = language.analyse(text)
    assert "".join(analysis.tokens) == analysis.text
    assert all(0 <= start < end <= len(analysis.text) for start, end, _ in analysis.mentions)


HARMLESS = [
    "忘了我",
    "我岳母看病有人陪吗",
    "我想问一下补助",
    "孩子的作业没人辅导",
    "医院的食堂几点开门",
    "爷爷奶奶的户口在红桥",
    "我的情况",
    "上一步",
    "重新开始",
    "能不能帮我看看",
    "今天轮到我值班",
    "防护服不够穿",
    "家里老人没人照顾",
    "不知道找谁问",
    "我妈妈在广州的医院上班",
    "门口那栋楼有没有班车",
    "谁能帮忙看几天娃吗",
    "侄女上学归谁管",
    "外甥上学能不能照顾",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_correct_chinese_is_not_corrected(text: str, snapshot: Snapshot) -> None:
    assert snapshot.language.analyse(text).corrections == ()


def test_no_command_in_words_is_corrected_into_something_else(snapshot: Snapshot) -> None:
    misread = {
        said: [c.meant for c in analysis.corrections]
        for phrase in snapshot.knowledge.phrases
        if phrase.action
        for said in phrase.says
        if (analysis := snapshot.language.analyse(said)).corrections
    }
    assert misread == {}


def test_what_is_cut_out_leaves_the_rest_as_a_message_of_its_own(language: Language) -> None:
    rest = language.analyse("红桥区，补助有吗，平安").without([(4, 9)])
    assert rest.text == "红桥区，平安"
    assert "".join(rest.tokens) == rest.text
    assert [rest.text[m.start : m.end] for m in rest.mentions if m.label[0] == "place"] == ["红桥", "平安"]


def test_a_known_word_is_folded_and_rewritten_as_a_message_is(language: Language) -> None:
    assert language.known("瞓唔着") == language.standard("瞓唔着") == "睡不着"
