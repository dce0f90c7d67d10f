"""What spells are to each other."""

from __future__ import annotations

from bot.counting.spells import days_meet, in_place_of, restates
from bot.model.tally import Spell, Tally
from tests.counting.conftest import D, spell


def test_days_of_two_spells_meet_only_where_they_share_one() -> None:
    early, late = spell(4, dates=((21, 24),)), spell(3, dates=((24, 26),))
    assert days_meet(early, late)
    assert not days_meet(early, spell(2, dates=((25, 26),)))


def test_a_sum_of_what_was_told_tells_nothing_new() -> None:
    told = Tally((spell(6), spell(8)))
    assert restates(told, [spell(14)])
    assert not restates(told, [spell(15)])


def test_what_is_told_anew_keeps_the_rest_of_what_was_told() -> None:
    old = Spell("days", 6, 6, "姨", 2, (("role", D),), month=4)
    new = in_place_of(old, spell(9))
    assert (new.low, new.person, new.people, new.facts, new.month) == (9, "姨", 2, (("role", D),), 4)
