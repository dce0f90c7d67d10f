"""What a text is compared by."""

from __future__ import annotations

from bot.compiled.features import compared, features
from bot.compiled.snapshot import Snapshot


def read(text: str, snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """Compared tokens and features of a text."""
    analysis = snapshot.language.analyse(text)
    tokens = compared(analysis)
    return tokens, features(tokens, analysis)


def test_where_somebody_is_says_nothing_of_the_topic(snapshot: Snapshot) -> None:
    assert read("红桥区补助多少", snapshot)[0] == read("补助多少", snapshot)[0]


def test_where_teams_were_sent_does(snapshot: Snapshot) -> None:
    assert any("湖北" in token for token in read("去湖北的补助", snapshot)[0])


def test_numbers_and_marks_do_not_tell_questions_apart(snapshot: Snapshot) -> None:
    assert read("干了30天，补助多少？", snapshot)[0] == read("干了45天补助多少", snapshot)[0]


def test_features_are_distinct_and_of_three_kinds(snapshot: Snapshot) -> None:
    _, found = read("补助补助补助多少", snapshot)
    assert len(found) == len(set(found))
    assert {name[0] for name in found} == {"w", "c", "b"}


def test_synonyms_share_a_concept(snapshot: Snapshot) -> None:
    one, other = (set(read(text, snapshot)[1]) for text in ("补助多少", "补贴多少"))
    assert [name for name in one & other if name.startswith("c")]
