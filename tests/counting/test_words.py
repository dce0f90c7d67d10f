"""Words of signals, found in a text."""

from __future__ import annotations

from bot.counting.words import WordFinder
from bot.model.talk import Signal

FINDER = WordFinder([Signal(id="idle", says=("歇", "没 班")), Signal(id="at-work", says=("歇业登记",))])


def found(text: str) -> list[tuple[str, set[str]]]:
    """What is found, with what it is of."""
    return [(text[word.start : word.end], set(word.ids)) for word in FINDER.find(text)]


def test_a_longer_word_shadows_what_it_contains() -> None:
    assert found("做歇业登记，不歇") == [("歇业登记", {"at-work"}), ("歇", {"idle"})]


def test_what_is_said_in_parts_is_of_one_clause() -> None:
    assert found("没排着班") == [("没排着班", {"idle"})]
    assert found("没，上班") == []
