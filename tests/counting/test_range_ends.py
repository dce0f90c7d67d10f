"""One end of a range told alone."""

from __future__ import annotations

from benchmarks.sums import Program
from bot.counting.combine import combine
from bot.counting.tree import Counting, Edge, Relation
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import spell, tally_of


def test_a_first_day_waits_for_its_last() -> None:
    begun = combine(Tally(), Counting(edge=Edge(100, last=False, fact="days"), facts=(("role", "a"),)))
    assert isinstance(begun, Tally)
    ended = combine(begun, Counting(edge=Edge(109, last=True, fact="days")))
    assert isinstance(ended, Tally)
    assert [(one.low, one.days, one.facts) for one in ended.spells] == [(10, ((100, 109),), (("role", "a"),))]
    assert combine(begun, Counting(edge=Edge(90, last=True, fact="days"))) == Doubt(Reason.DATES, "days")


def test_an_end_told_anew_takes_the_place_of_the_old_one() -> None:
    told = Tally((spell(5, dates=((10, 14),)),))
    later = combine(told, Counting(edge=Edge(20, last=True, fact="days"), relation=Relation.REPLACES))
    assert isinstance(later, Tally)
    assert [one.low for one in later.spells] == [11]


def test_a_first_day_in_doubt_still_waits_for_its_last(program: Program) -> None:
    doubt = tally_of(program, "我2月8号进的隔离病房，干到现在", wanted="days")
    assert isinstance(doubt, Doubt)
    assert doubt.began
