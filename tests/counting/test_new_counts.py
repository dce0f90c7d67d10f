"""A count that joins itself to none told before."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.counting.combine import combine
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import Read, after, in_tally, tally_of


@pytest.mark.parametrize(
    ("turns", "lows"),
    [
        (("采样30天", "在药房5天"), [5]),
        (("去武汉采样30天", "那30天里最后5天是在药房"), [5, 25]),
    ],
)
def test_other_work_or_parts_of_what_was_told(turns: tuple[str, ...], lows: list[int], read: Read) -> None:
    tally = after(read, *turns)
    assert isinstance(tally, Tally)
    assert [spell.low for spell in tally.spells] == lows


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (("再减5天",), Reason.WHICH_SPELL),
        (("不对，第二段20天在药房",), Reason.WHICH_SPELL),
    ],
)
def test_what_was_never_told_cannot_be_changed(turns: tuple[str, ...], reason: Reason, read: Read) -> None:
    doubt = after(read, *turns)
    assert isinstance(doubt, Doubt)
    assert doubt.reason is reason


@pytest.mark.parametrize("later", ["我上了6天", "还干过6天那种活儿"])
def test_days_that_may_be_more_or_part_or_others_are_asked(later: str, program: Program) -> None:
    assert isinstance(tally_of(program, "采样20天一共多少", later), Doubt)


def test_what_is_said_to_be_all_there_was_is_told_anew(program: Program) -> None:
    assert [low for low, _, _ in in_tally(tally_of(program, "采样20天一共多少", "扣掉6天，一共14天"))] == [14]


def test_a_bare_count_is_told_anew(program: Program) -> None:
    assert in_tally(tally_of(program, "采样20天一共多少", "26天")) == [(26, 1, None)]


def test_a_later_stage_alone_is_no_sum(program: Program) -> None:
    assert isinstance(tally_of(program, "采样6天", "第四段4天，加一起多少"), Doubt)
    later = program.reader.read("第三段4天，加一起多少", (), year=2020, wanted=frozenset({"days"}))
    left = Doubt(Reason.WHICH_SPELL, "days")
    assert combine(Tally(), later, left) == left
