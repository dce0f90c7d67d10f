"""Whether a sum is wanted."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.counting.tree import Counting
from bot.dialogue.sum_wanted import about_the_sum, asks_no_figure, of_two_kinds, summed_with, wants_a_sum
from bot.model.tally import Spell
from bot.understanding.said import Said
from tests.dialogue.conftest import MakeCase

DAYS, MONTHS = Spell("days", 9, 9), Spell("months", 2, 2)


def counted(*spells: Spell, apart: bool = False) -> Said:
    return Said(region="jia", counting=Counting(spells, apart=apart))


def test_who_asks_only_whom_to_turn_to_wants_no_figure(case: MakeCase) -> None:
    asked = case(Said(region="jia"), facets=("whom",))
    assert (about_the_sum(asked), asks_no_figure(asked)) == (False, True)
    both = case(Said(region="jia"), facets=("whom", "how-much"))
    assert (about_the_sum(both), asks_no_figure(both)) == (True, False)


def test_a_sum_is_wanted_where_an_amount_is_asked_or_a_count_answered(case: MakeCase) -> None:
    assert wants_a_sum(case(facets=("how-much",)))
    assert wants_a_sum(case(answers=True))
    assert not wants_a_sum(case(facets=("who",)))


def test_units_of_two_kinds_are_told_together_but_for_each_person_apart(case: MakeCase) -> None:
    assert of_two_kinds(case(counted(DAYS, MONTHS)))
    assert not of_two_kinds(case(counted(DAYS, DAYS)))
    assert not of_two_kinds(case(counted(DAYS, MONTHS, apart=True)))


def test_a_measure_that_pays_nothing_is_summed_with_none(case: MakeCase, small: Snapshot) -> None:
    unpaid = small.knowledge.measure_by_id["ja-02"]
    assert summed_with(case(counted(DAYS)), [unpaid]) == []
