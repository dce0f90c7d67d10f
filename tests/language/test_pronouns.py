"""Whom a pronoun may stand for, and what stands around one."""

from __future__ import annotations

import pytest

from bot.language.pronouns import MINE, ONE_ELSE, OWNED, PRONOUN_ALONE, TO_ONESELF, may_mean, of_the_fellow


@pytest.mark.parametrize(("text", "others"), [("她也去", 1), ("他们也去", 0), ("其他的呢", 0), ("弹吉他", 0)])
def test_one_other_person_is_meant_by_a_word_of_its_own(text: str, others: int) -> None:
    assert len(ONE_ELSE.findall(text)) == others


def test_a_pronoun_behind_somebody_is_for_that_one() -> None:
    assert of_the_fellow("小周没报名，她能补吗", 2) == [(6, 7)]


@pytest.mark.parametrize(("behind", "place"), [("科里", True), ("这栋", True), ("这份", False), ("妈", False)])
def test_what_belongs_to_a_speaker_may_be_a_place(behind: str, place: bool) -> None:
    assert (OWNED.match(behind) is not None) is place


@pytest.mark.parametrize(("text", "alone"), [("她值夜班", True), ("她妈值夜班", False), ("她说没事", False)])
def test_a_pronoun_that_only_tells_whose_somebody_is_stands_for_nobody(text: str, alone: bool) -> None:
    assert (PRONOUN_ALONE.match(text) is not None) is alone


def test_the_speaker_turns_to_themselves() -> None:
    assert TO_ONESELF.match("还是说回我自己的事，体检呢")
    assert not TO_ONESELF.match("还是说我妹的事")


def test_what_is_the_speakers_own_stands_right_behind_them() -> None:
    assert MINE.search("能不能给我家的")
    assert not MINE.search("能不能给他家的")


@pytest.mark.parametrize(
    ("pronoun", "term", "may"), [("她", "我嫂子", True), ("他", "我嫂子", False), ("她", "妹夫", False), ("他", "对象", True)]
)
def test_a_kin_term_may_tell_of_a_sex(pronoun: str, term: str, may: bool) -> None:
    assert may_mean(pronoun, term) is may
