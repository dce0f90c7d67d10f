"""Of whom a place is said."""

from __future__ import annotations

from tests.counting.conftest import D, Read


def test_somebody_elses_place_is_not_mine(read: Read) -> None:
    counting = read("去武汉的是我师姐，我一直采样，19天")
    assert counting.spells[0].facts == (("role", D),)


def test_work_that_begins_in_a_clause_before_is_of_the_one_named_in_its_own(read: Read) -> None:
    hers = read("姐妹一起去的武汉，姐姐采样16天，妹妹在药房，也16天，两人一共").spells[1]
    assert (hers.person, dict(hers.facts)["role"]) == ("妹妹", "other-epidemic")
