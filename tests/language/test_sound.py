"""What was meant when what was typed only sounds like it."""

from __future__ import annotations

import pytest

from bot.language.analyse import Language
from bot.language.sound import Correction, SoundIndex, apply


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("心里热线", "心理热线"),
        ("gongshang怎么办", "工伤怎么办"),
        ("gongshang", "工伤"),
        ("工shang怎么办", "工伤怎么办"),
    ],
)
def test_a_word_is_understood(typed: str, meant: str, language: Language) -> None:
    analysis = language.analyse(typed)
    assert analysis.text == meant
    assert analysis.corrections


@pytest.mark.parametrize("typed", ["工伤怎么办", "补助多少", "hello world", "我今天很高兴", "abc", "热线", "找人帮忙"])
def test_what_is_right_is_left_alone(typed: str, language: Language) -> None:
    analysis = language.analyse(typed)
    assert analysis.text == typed
    assert analysis.corrections == ()


def test_authors_phrasings_are_not_corrected(language: Language) -> None:
    assert language.analyse("心里热线", correct=False).corrections == ()


@pytest.mark.parametrize(("behind", "mended"), [("备案", False), ("吗", True)])
def test_who_is_no_slip_but_where_yes_or_no_is_asked_behind_it(behind: str, mended: bool) -> None:
    found = SoundIndex(["报税"]).misheard(["报", "谁", behind], set(), set(), {})
    assert bool(found) is mended


def test_southern_sounds_are_merged() -> None:
    index = SoundIndex(["工伤认"])
    assert [c.meant for c in index.misheard(["工", "桑", "任"], set(), set(), {})] == ["工伤认"]


def test_two_syllables_must_sound_exactly() -> None:
    index = SoundIndex(["工伤"])
    assert [c.meant for c in index.misheard(["工", "桑"], set(), set(), {})] == []
    assert [c.meant for c in index.misheard(["公", "伤"], set(), set(), {})] == ["工伤"]


def test_what_is_settled_is_not_corrected() -> None:
    assert SoundIndex(["工伤"]).misheard(["公", "伤"], set(), {0, 1}, {}) == []


def test_corrections_are_put_in_from_behind() -> None:
    corrections = [Correction(0, 1, "甲", "一二"), Correction(2, 3, "丙", "三")]
    assert apply("甲乙丙", corrections) == "一二乙三"


def test_a_word_that_points_and_a_closing_particle_are_no_slips() -> None:
    index = SoundIndex(["拿钱", "好累", "打骂"])
    assert [c.meant for c in index.misheard(["那", "钱"], set(), set(), {})] == []
    assert [c.meant for c in index.misheard(["好", "嘞"], set(), set(), {})] == []
    assert [c.meant for c in index.misheard(["打", "嘛"], set(), set(), {})] == []


def test_an_index_that_knows_more_words_leaves_the_other_as_it_is() -> None:
    few = SoundIndex({"慰问金"})
    more = few.knowing({"守群人"})
    assert [found.meant for found in more.spelled_out("shouqunren")] == ["守群人"]
    assert few.spelled_out("shouqunren") == []
    assert [found.meant for found in more.spelled_out("weiwenjin")] == ["慰问金"]
