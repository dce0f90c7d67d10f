"""Known words are found in one pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.scan import Mention, Scanner

short = st.text("abc", min_size=1, max_size=3)


def test_all_mentions_by_start_then_longest_first() -> None:
    scanner = Scanner([("慰问", "visit"), ("慰问金", "money"), ("金", "gold")])
    assert scanner.scan("慰问金") == [Mention(0, 3, "money"), Mention(0, 2, "visit"), Mention(2, 3, "gold")]


def test_a_word_may_have_several_labels_each_once() -> None:
    scanner = Scanner([("工会", "union"), ("工会", "office"), ("工会", "union")])
    assert scanner.labels("工会") == ["union", "office"]
    assert scanner.labels("没有") == []
    assert "工会" in scanner
    assert "" not in Scanner([("", "empty")])


@given(st.lists(short, max_size=6), st.text("abc", max_size=15))
def test_it_finds_what_a_plain_search_finds(words: list[str], text: str) -> None:
    scanner = Scanner([(word, word) for word in words])
    plain = {(i, i + len(w), w) for w in words for i in range(len(text)) if text.startswith(w, i)}
    assert sorted(tuple(mention) for mention in scanner.scan(text)) == sorted(plain)


@given(st.lists(short, max_size=6), st.text("abc", max_size=15), st.sets(st.integers(0, 15)))
def test_what_is_not_free_is_found_at_edges_only(words: list[str], text: str, edges: set[int]) -> None:
    scanner = Scanner([(word, word) for word in words], free=lambda word, _: len(word) > 1)
    everything = scanner.scan(text)
    assert scanner.scan(text, edges) == [m for m in everything if len(m.label) > 1 or {m.start, m.end} & edges]


def test_words_that_are_shared_are_found_among_one_s_own() -> None:
    shared = Scanner([("慰问金", "money"), ("问", "ask")])
    own = Scanner([("慰问", "visit"), ("慰问金", "ours")], besides=shared)
    assert [mention.label for mention in own.scan("慰问金")] == ["money", "ours", "visit", "ask"]
    assert "问" in own
    assert own.labels("慰问金") == ["money", "ours"]
    assert [mention.label for mention in shared.scan("慰问金")] == ["money", "ask"]
