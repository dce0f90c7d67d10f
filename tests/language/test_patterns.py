"""Patterns in which authors write how something is said."""

from __future__ import annotations

import pickle

import pytest

from bot.language.analyse import Language
from bot.language.patterns import PatternSet, literals, match, parse_pattern, spots


def said(pattern: str, text: str, language: Language, region: str | None = "district") -> bool:
    """Whether the pattern holds in a text."""
    analysis = language.analyse(text, correct=False)
    return match(parse_pattern(pattern), spots(analysis, region), analysis.text) is not None


@pytest.mark.parametrize(
    ("pattern", "text", "holds"),
    [
        ("<subsidy>", "每天的补贴", True),
        ("<subsidy>", "每天的热线", False),
        ("<ward> <subsidy>", "隔离病房的补助", True),
        ("<ward> <subsidy>", "补助给隔离病房", False),
        ("<ward> <subsidy>", "在隔离病房。补助呢", False),
        ("<ward> <subsidy>", "在隔离病房，有补助吗", True),
        ("<ward> <subsidy>", "隔离病房里的每一位医生和护士都会有很多补助", False),
        ("<subsidy> !没", "补助没了", False),
        ("<subsidy> !没", "我没去，补助呢", True),
        ("<subsidy> !!没", "我没去，补助呢", False),
        ("没 <subsidy>", "没补助", True),
        ("没 <subsidy>", "没去，补助呢", False),
        ("^ <subsidy>", "补助多少", True),
        ("^ <subsidy>", "今天这个单位发的补助", False),
        ("<here> <subsidy>", "红桥的补助", True),
        ("<elsewhere> <subsidy>", "上海的补助", True),
        ("<here> <subsidy>", "上海的补助", False),
        ("<here> <subsidy>", "红桥医院的补助", False),
    ],
)
def test_match(pattern: str, text: str, holds: bool, language: Language) -> None:
    assert said(pattern, text, language) is holds


@pytest.mark.parametrize("source", ["!没", "!!没 !有", ""])
def test_a_pattern_needs_a_part_that_is_said(source: str) -> None:
    with pytest.raises(ValueError, match="不得出现"):
        parse_pattern(source)


def test_literals_of_all_places_are_needed() -> None:
    assert [*literals([parse_pattern("<subsidy> 没 !有 !!也")])] == ["没", "有", "也"]


def test_of_two_patterns_of_one_id_the_more_specific_is_found(language: Language) -> None:
    patterns = PatternSet(
        [("a", parse_pattern("<subsidy>")), ("a", parse_pattern("<ward> <subsidy>")), ("b", parse_pattern("<hotline>"))]
    )
    analysis = language.analyse("隔离病房的补助", correct=False)
    found = patterns.find(spots(analysis, None), analysis.text)
    assert set(found) == {"a"}
    assert (found["a"].start, found["a"].end) == (0, 7)


def test_patterns_that_were_kept_share_their_parts_again() -> None:
    """There are tens of thousands of them, made of few words."""
    kept = [pickle.loads(pickle.dumps(parse_pattern(says))) for says in ("值班 餐费", "餐费 !报销 谁出")]
    assert kept == [parse_pattern("值班 餐费"), parse_pattern("餐费 !报销 谁出")]
    assert kept[0].parts[1] is kept[1].parts[0]


def test_a_set_of_patterns_that_was_kept_finds_as_before() -> None:
    patterns = PatternSet([("meal", parse_pattern("值班 餐费")), ("pay", parse_pattern("餐费 !报销 谁出"))])
    analysis = Language({}, {}, [(word, ("literal", word)) for word in ("值班", "餐费", "谁出", "报销")]).analyse("值班的餐费谁出")
    where = spots(analysis, None)
    assert set(patterns.find(where, analysis.text)) == {"meal", "pay"}
    assert pickle.loads(pickle.dumps(patterns)).find(where, analysis.text) == patterns.find(where, analysis.text)
