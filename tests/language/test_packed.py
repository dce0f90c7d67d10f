"""A packed table says what a dictionary of the same content would."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import packed
from bot.language.packed import Packed, Remembered

TABLE = {"补": 1.0, "补助": 2.5, "补助金": 0.0, "金": -4.0, "12": 7.0, "1": 8.0}


@given(
    st.dictionaries(st.text("补助金12", min_size=1, max_size=4), st.floats(allow_nan=False)),
    st.integers(1, 2),
    st.sampled_from([None, 3]),
)
def test_it_holds_what_a_dictionary_holds(table: dict[str, float], opening: int, spelled: int | None) -> None:
    here = Packed(table, opening, spelled)
    assert dict(here) == table
    assert len(here) == len(table)
    assert {word: here.known[word] for word in ("补", "助金", "1", "12", "")} == {
        word: table.get(word) for word in ("补", "助金", "1", "12", "")
    }


def test_a_word_that_is_not_there_has_no_number() -> None:
    here = Packed(TABLE)
    assert "助" not in here
    assert here.get("补助2", 3.0) == 3.0
    with pytest.raises(KeyError):
        here["助"]


def test_it_tells_how_words_begin() -> None:
    here = Packed(TABLE)
    assert [here.begins(opening) for opening in ("补", "补助", "补金", "助")] == [True, True, False, False]


def test_one_that_travelled_says_the_same() -> None:
    assert dict(pickle.loads(pickle.dumps(Packed(TABLE)))) == TABLE


def test_only_so_much_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST", 2)
    asked: list[str] = []
    remembered: Remembered[float] = Remembered(lambda word: asked.append(word))
    for word in ("a", "a", "b", "c", "a"):
        assert remembered[word] is None
    assert asked == ["a", "b", "c", "a"]


def test_few_latin_letters_do_not_fill_one_long_shelf() -> None:
    table = {f"o{first}{second}>x": 1.0 for first in "abc" for second in "abc"}
    assert len(Packed(table, 2)._lie.shelves) == 3
    assert len(Packed(table, 2, 4)._lie.shelves) == 9
    assert dict(Packed(table, 2, 4)) == table
