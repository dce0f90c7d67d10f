"""The one place that knows where clauses and sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.clauses import CLAUSE_MARKS, clause_bounds, clauses, inside, said_to_be, sentences, split, without_end


@pytest.mark.parametrize(
    ("start", "end", "clause"), [(0, 1, "一二"), (3, 4, "三四"), (1, 4, "一二，三四"), (6, 7, "五")]
)
def test_clause_bounds(start: int, end: int, clause: str) -> None:
    text = "一二，三四。五"
    begin, stop = clause_bounds(text, start, end)
    assert text[begin:stop] == clause


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("我是护士，补多少？", ["我是护士", "补多少"]),
        ("，，好、行", ["好", "行"]),
        ("补助+慰问金", ["补助", "慰问金"]),
        ("没有标点", ["没有标点"]),
        ("", []),
        ("。？", []),
    ],
)
def test_clauses(text: str, pieces: list[str]) -> None:
    assert [text[begin:end] for begin, end in clauses(text)] == pieces


@pytest.mark.parametrize(
    ("text", "role", "said"),
    [
        ("我姐是市医院呼吸科的护士", "护士", "市医院呼吸科的"),
        ("我在骨科当护士呢，累", "护士", "骨科当"),
        ("护士在呼吸科", "护士", None),
        ("我是护士长叫来的", "护士", None),
        ("我是护士", "护士", None),
    ],
)
def test_what_is_said_of_a_role_that_ends_its_clause(text: str, role: str, said: str | None) -> None:
    found = said_to_be(text, text.index(role), text.index(role) + len(role))
    assert (found and text[slice(*found)]) == said


def test_a_comma_ends_no_sentence_but_a_word_may() -> None:
    text = "体检谁安排，另外保险呢。谢谢"
    assert [text[begin:end] for begin, end in sentences(text)] == ["体检谁安排，另外保险呢", "谢谢"]
    at = text.index("另外")
    assert [text[b:e] for b, e in sentences(text, [(at, at + 2)])] == ["体检谁安排，", "保险呢", "谢谢"]


def test_overlapping_marks_give_nothing_twice() -> None:
    assert split("一二三四", [(1, 3), (2, 3)]) == [(0, 1), (3, 4)]


def test_inside() -> None:
    assert inside(1, [(0, 2)])
    assert not inside(2, [(0, 2)])
    assert not inside(0, [])


@given(st.text("一二，。？、 ", max_size=20))
def test_clauses_hold_all_but_the_marks(text: str) -> None:
    assert "".join(text[begin:end] for begin, end in clauses(text)) == "".join(ch for ch in text if ch not in CLAUSE_MARKS)


@pytest.mark.parametrize(("text", "left"), [("补多少？！", "补多少"), ("我在。补多少", "我在。补多少"), ("。？", "")])
def test_without_the_marks_at_the_end(text: str, left: str) -> None:
    assert without_end(text) == left
