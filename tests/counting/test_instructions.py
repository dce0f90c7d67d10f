"""Messages that count nothing and steer what was counted."""

from __future__ import annotations

from benchmarks.sums import Program
from bot.model.tally import Tally
from tests.counting.conftest import Read, tally_of


def test_one_persons_share_alone_is_asked_of_what_was_told(read: Read) -> None:
    assert read("光我的呢").share == ""


def test_a_number_of_months_is_no_number_of_parts(program: Program) -> None:
    result = tally_of(program, "采样20天多少", "慰问金三个月一共多少")
    assert isinstance(result, Tally)
    assert {(spell.fact, spell.low) for spell in result.spells} >= {("months", 3)}
