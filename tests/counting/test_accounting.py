"""The last look before a sum: what was heard of work, people and months has to be in a spell."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program, marks
from bot.counting.tree import Counting
from bot.model.tally import Reason
from tests.counting.conftest import Read


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("一会儿采样一会儿在药房，共18天，一共多少", Reason.WHICH_SPELL),
        ("我弟弟和弟媳，一个采样，一个在药房，都是9天，一共多少", Reason.WHICH_SPELL),
    ],
)
def test_a_work_that_no_spell_is_under_is_a_doubt(read: Read, said: str, reason: Reason) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}


def test_groups_told_side_by_side_come_to_the_number_told_before(read: Read) -> None:
    """三个同事: one and two of them, and not six."""
    found = read("三个护士一个采样两个在药房，各8天，一共多少")
    assert sum(spell.people for spell in found.spells) == 3
    assert not found.doubts


def test_two_in_one_character_are_counted_or_doubted(read: Read) -> None:
    found = read("科里三个护士，俩采样，一个在药房，都是20天，一共多少")
    assert sorted((spell.people, spell.facts) for spell in found.spells) == [
        (1, (("role", "other-epidemic"),)),
        (2, (("role", "direct-contact"),)),
    ]
    assert not found.doubts


def _of_months(program: Program, said: str) -> Counting:
    text = program.standard(said)
    return program.reader.read(text, marks(text), year=2020, wanted=frozenset({"months"}))


def test_months_beside_the_one_paid_are_a_doubt(program: Program) -> None:
    """The way from one month to the other was not read: then the first is not all there was."""
    found = _of_months(program, "慰问金从三月份开始有，每月那笔都打到卡里，七月份也打了，一共多少")
    assert [doubt.reason for doubt in found.doubts] == [Reason.DATES]
    assert not _of_months(program, "慰问金3个月一共多少").doubts
    assert not _of_months(program, "每户那一千块3月4月给了，5月没给，6月又给了，一共多少").doubts


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("上礼拜采样上了8天，多少钱", True),
        ("第一周采样10天", True),
        ("上礼拜采样上了6天，多少钱", False),
        ("上礼拜开始采样的，到今天干了12天", False),
    ],
)
def test_more_days_than_a_week_has_are_a_doubt(read: Read, said: str, doubted: bool) -> None:
    assert (Reason.TOO_LONG in {doubt.reason for doubt in read(said).doubts}) is doubted
