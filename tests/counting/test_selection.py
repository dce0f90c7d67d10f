"""Which of what was told a message without counts is about."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.counting.combine import combine
from bot.counting.tree import Counting
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import Read, after, spell, tally_of


def test_all_that_was_told_is_of_as_many_spells_and_people_as_are_spoken_of() -> None:
    told = Tally((spell(5),), (spell(9, "弟"),))
    for asked in (Counting(everything=True, parts=2), Counting(everything=True, persons=2)):
        whole = combine(told, asked)
        assert isinstance(whole, Tally)
        assert [one.low for one in whole.spells] == [9, 5]
    for asked in (Counting(everything=True, parts=3), Counting(everything=True, persons=3)):
        assert combine(told, asked) == Doubt(Reason.WHICH_SPELL, "days")


def test_days_told_twice_are_not_added_up() -> None:
    told = Tally((spell(5, dates=((10, 14),)),), (spell(6, dates=((12, 17),)),))
    assert combine(told, Counting(everything=True)) == Doubt(Reason.OVERLAP, "days")


def test_one_spell_may_be_asked_for_by_its_order() -> None:
    one = combine(Tally((spell(21), spell(17))), Counting(which=0))
    assert isinstance(one, Tally)
    assert ([s.low for s in one.spells], [s.low for s in one.earlier]) == ([21], [17])


def test_the_number_of_people_is_set_right(read: Read) -> None:
    tally = after(read, "5个护士采样，每人8天", "不是5个，是6个")
    assert isinstance(tally, Tally)
    assert [(spell.low, spell.people) for spell in tally.spells] == [(8, 6)]


@pytest.mark.parametrize(
    ("turns", "lows"),
    [
        (("采样30天", "在药房5天", "全算上"), [30, 5]),
        (("我和小赵都采样，我10天他20天", "他那份是多少"), [20]),
        (("我和小赵都采样，我10天他20天", "他那份是多少", "全算上"), [10, 20]),
    ],
)
def test_one_share_and_all_of_them(turns: tuple[str, ...], lows: list[int], read: Read) -> None:
    tally = after(read, *turns)
    assert isinstance(tally, Tally)
    assert [spell.low for spell in tally.spells] == lows


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (("采样30天", "不是3个人，是4个人"), Reason.EACH_OR_TOGETHER),
    ],
)
def test_a_number_of_people_that_was_not_told(turns: tuple[str, ...], reason: Reason, read: Read) -> None:
    doubt = after(read, *turns)
    assert isinstance(doubt, Doubt)
    assert doubt.reason is reason


@pytest.mark.parametrize(
    "turns",
    [
        ("六个人采样，每人8天", "走了九个"),
        ("六个人采样，每人8天", "走了两个，又来了四个"),
        ("六个人采样各8天，我舅也采样13天", "把他们去掉"),
        ("我采样8天，我舅也采样13天", "不算小赵"),
    ],
)
def test_people_who_cannot_be_taken_out_are_asked_for(turns: tuple[str, ...], program: Program) -> None:
    result = tally_of(program, *turns)
    assert isinstance(result, Doubt)
    assert result.reason is Reason.EACH_OR_TOGETHER


@pytest.mark.parametrize(
    ("turns", "doubted"),
    [(("她在药房13天", "我采样8天，我们俩一共多少"), False), (("我采样5天", "我8天，我们俩合起来多少"), True)],
)
def test_the_total_of_two_needs_two(program: Program, turns: tuple[str, ...], doubted: bool) -> None:
    assert isinstance(tally_of(program, *turns), Doubt) is doubted
