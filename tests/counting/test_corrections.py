"""What is said to be wrong gives way to what is said to be right, as often as somebody changes their mind."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program, marks
from bot.counting.combine import combine
from bot.counting.tree import Relation
from bot.model.tally import Doubt, Tally
from tests.counting.conftest import Read


def told(program: Program, *turns: str) -> Tally | Doubt:
    """What was counted after some messages."""
    result: Tally | Doubt = Tally()
    for turn in turns:
        assert not isinstance(result, Doubt)
        text, counted = program.standard(turn), "days" if result.spells else ""
        counting = program.reader.read(
            text, marks(text), year=2020, wanted=frozenset({"days"}), goes_on=bool(result.spells), counted=counted
        )
        result = combine(result, counting)
    return result


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样25天，不对，是27天，又记错了，是26天", 26),
        ("采样33天，说错了，31天，不对，32天，看错了，是34天", 34),
        ("采样33天，是31天不是33天", 31),
    ],
)
def test_of_several_corrections_the_last_stands(read: Read, said: str, days: int) -> None:
    counting = read(said)
    assert not counting.doubts
    assert [spell.low for spell in counting.spells] == [days]


def test_of_two_spells_as_long_as_the_denied_one_none_is_dropped(read: Read) -> None:
    assert read("采样33天，药房33天，是31天不是33天").doubts


@pytest.mark.parametrize("turn", ["不是26，是29", "哎呀不是26，是29", "不对，29", "不是26，刚问了29"])
def test_a_bare_number_is_set_right_by_another(program: Program, turn: str) -> None:
    after = told(program, "采样26天", turn)
    assert isinstance(after, Tally)
    assert [spell.low for spell in after.spells] == [29]


@pytest.mark.parametrize("turn", ["不对，漏了4天", "不对，还要加上后来的4天", "说错了，少算了4天"])
def test_what_was_left_out_is_added_and_replaces_nothing(program: Program, turn: str) -> None:
    after = told(program, "采样26天", turn)
    assert isinstance(after, Tally)
    assert sum(spell.low for spell in after.spells) == 30


def test_a_count_told_anew_behind_a_correction_still_replaces(read: Read) -> None:
    assert read("不对，后来那段是4天").relation is Relation.REPLACES
