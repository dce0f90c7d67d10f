"""Which of several counts the work told is of."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("我采样，33天，后来又21天，在药房", [(33, D), (21, O)]),
        ("我采样，33天，采样很累，后来又21天，在药房", [(33, D), (21, O)]),
        ("3天在药房，中间4天打杂，最后5天去别处，在隔离病房", [(3, O), (4, O), (5, D)]),
    ],
)
def test_marks_in_clauses_of_their_own_go_to_the_count_beside_them(said: str, expected: list[tuple[int, str]], read: Read) -> None:
    assert [(spell.low, dict(spell.facts).get("role")) for spell in read(said).spells] == expected


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("前20天在隔离病房，后10天守卡口", [(20, 20, "", 1, D), (10, 10, "", 1, O)]),
        ("在隔离病房，干了20天；后来在药房，做了10天", [(20, 20, "", 1, D), (10, 10, "", 1, O)]),
        ("20天，在隔离病房；10天，在药房", [(20, 20, "", 1, D), (10, 10, "", 1, O)]),
        ("忙了9天采样，再后来在药房，忙了20天", [(9, 9, "", 1, D), (20, 20, "", 1, O)]),
    ],
)
def test_work_before_or_behind_each_count(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())
