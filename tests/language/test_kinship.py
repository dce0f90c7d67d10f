"""Kin of kin as roles seen from the speaker, and what each is to the medical worker."""

from __future__ import annotations

import pytest

from bot.language.kinship import KIN_OF, seen_from


@pytest.mark.parametrize(
    ("whose", "kin", "to_speaker", "to_whose"),
    [
        ("mother", "mother", "maternal", "parent"),
        ("father", "mother", "paternal", "parent"),
        ("mother", "sibling", "other", "other-relative"),
        ("child", "child", "grandchild", "child"),
        ("child", "spouse", "child-in-law", "spouse"),
        ("child", "mother", "spouse", "parent"),
        ("spouse", "mother", "parent-in-law", "parent"),
        ("child-in-law", "mother", "co-parent", "parent"),
        ("nephew", "child", "grandnephew", "child"),
        ("nephew", "spouse", "nephew-spouse", "spouse"),
        ("nephew", "mother", "sibling", "parent"),
        ("child-of-theirs", "child", "grandnephew", "child"),
        ("grandchild", "child", "great-grandchild", "child"),
    ],
)
def test_kin_of_kin_are_to_the_one_between_what_they_were_called(whose: str, kin: str, to_speaker: str, to_whose: str) -> None:
    assert KIN_OF[whose][kin] == to_speaker
    assert seen_from(to_speaker, whose) == to_whose


@pytest.mark.parametrize(
    ("who", "whose", "relation"),
    [("paternal", "mother", "parent-in-law"), ("maternal", "father", "parent-in-law"), ("maternal", "self", "other-relative")],
)
def test_the_speakers_grandparents_are_parents_of_only_one_of_theirs(who: str, whose: str, relation: str) -> None:
    assert seen_from(who, whose) == relation


def test_the_spouse_of_a_sibling_is_a_parent_of_the_nephew() -> None:
    assert seen_from("spouse-of-theirs", "nephew") == "parent"
