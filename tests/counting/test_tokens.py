"""What stands in a message, by its place."""

from __future__ import annotations

from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Word
from bot.language.clauses import clauses_of


def tokens(text: str, *said: str) -> Tokens:
    """A text with these words in it."""
    return Tokens(text, clauses_of(text), [Word(text.index(word), text.index(word) + len(word), frozenset({word})) for word in said])


def test_a_word_beside_a_place_is_of_its_clause() -> None:
    here = tokens("歇了，一共7天扣除", "歇", "一共", "扣除")
    at, end = here.text.index("7"), here.text.index("扣除")
    assert here.just_before(at, "一共", within=0) is not None
    assert here.just_before(at, "歇") is None
    assert here.just_after(end, "扣除", within=0) is not None
    assert [word.start for word in here.in_clause(at)] == [here.text.index("一共"), end]


def test_what_was_read_is_blanked_out_and_nothing_moves() -> None:
    left = blank("第7天到第9天", [(1, 2), (5, 6)])
    assert (len(left), left[0], left[2:5]) == (7, "第", "天到第")
    assert not any(character.isdigit() for character in left)
