"""What a count does to those told before."""

from __future__ import annotations

import pytest

from bot.counting.combine import combine
from bot.counting.tree import Counting
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import Read, after, spell


def test_an_added_spell_goes_on_under_the_same_facts(read: Read) -> None:
    tally = after(read, "采样30天", "又干了5天")
    assert isinstance(tally, Tally)
    assert tally.spells[1].facts == tally.spells[0].facts


def test_what_is_denied_is_set_right_where_it_was_told() -> None:
    told = Tally((spell(21), spell(17)))
    right = combine(told, Counting(spells=(spell(19),), denied=((17, 17),)))
    assert isinstance(right, Tally)
    assert [one.low for one in right.spells] == [21, 19]


@pytest.mark.parametrize(
    ("turns", "lows"),
    [
        (("采样30天", "少算了5天"), [30, 5]),
        (("采样30天", "再减5天"), [25]),
        (("采样30天", "不对，是25天"), [25]),
        (("采样30天", "后来又在药房5天"), [30, 5]),
        (("采样30天", "其中10天在药房"), [10, 20]),
        (("采样30天", "要是再加10天呢"), [30, 10]),
        (("采样30天", "中间有4天在家歇着，那4天得刨了"), [26]),
        (("前10天采样，后20天在药房", "后面那段漏了3天，是23天"), [10, 23]),
        (("前10天采样，后20天在药房", "不对，前面那段是12天"), [12, 20]),
        (("采样两段，10天、20天", "不对，那20天其实是在药房"), [10, 20]),
    ],
)
def test_added_taken_off_split_or_set_right(turns: tuple[str, ...], lows: list[int], read: Read) -> None:
    tally = after(read, *turns)
    assert isinstance(tally, Tally)
    assert [spell.low for spell in tally.spells] == lows


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (("前10天采样，后20天在药房", "漏了5天"), Reason.WHICH_SPELL),
        (("前10天采样，后20天在药房", "不对，是25天"), Reason.WHICH_SPELL),
        (("前10天采样，后20天在药房", "再减3天"), Reason.WHICH_SPELL),
        (("采样3天", "再减5天"), Reason.OUT_OF_RANGE),
    ],
)
def test_which_spell_is_meant_is_asked(turns: tuple[str, ...], reason: Reason, read: Read) -> None:
    doubt = after(read, *turns)
    assert isinstance(doubt, Doubt)
    assert doubt.reason is reason
