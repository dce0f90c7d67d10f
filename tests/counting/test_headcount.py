"""How many people are spoken of."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("五个人采样，三个干了14天，另两个8天，一共多少", [(14, 3), (8, 2)]),
        ("三个人采样，三人天数加在一起是39天", [(39, 1)]),
    ],
)
def test_people_of_a_number_told_are_no_rounds(read: Read, said: str, spells: list[tuple[int, int]]) -> None:
    counting = read(said)
    assert ([(spell.low, spell.people) for spell in counting.spells], counting.doubts) == (spells, ())


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("我们科12个人，每人采样15天", [(15, 15, "", 12, D)]),
        ("两个大夫三个护士，都采样，一人7天", [(7, 7, "", 5, D)]),
        ("去了3个护士采样，干了22天，仨人一共多少", [(22, 22, "", 3, D)]),
    ],
)
def test_numbers_of_people(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())
