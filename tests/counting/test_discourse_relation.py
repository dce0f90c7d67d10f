"""How a message goes on from those before."""

from __future__ import annotations

import pytest

from bot.counting.tree import Relation
from tests.counting.conftest import D, Read, shown


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("少算了5天", Relation.ADDS),
        ("后来又在药房5天", Relation.ADDS),
        ("再减5天", Relation.TAKES_OFF),
        ("其中5天在药房", Relation.OF_WHICH),
        ("不对，是25天", Relation.REPLACES),
        ("在药房25天", Relation.NEW),
    ],
)
def test_relations(said: str, relation: Relation, read: Read) -> None:
    assert read(said).relation is relation


def test_tax_is_not_taken_off_the_days(read: Read) -> None:
    counting = read("天天采样，一共三个星期，税后到我手里几多")
    assert (shown(counting), counting.relation) == ([(21, 21, "", 1, D)], Relation.NEW)
