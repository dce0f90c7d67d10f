"""Random talks with known truth, from text to money: no false sum, and one number too many is never summed over."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sums import Program, marks, verdict
from bot.counting.tree import Counting
from tests.counting.oracle import talks

_TALKS = 1500


def test_no_false_sum(program: Program) -> None:
    """The suite's share of ``benchmarks/sums.py``."""
    wrong = []
    counted: Counter[str] = Counter()
    for talk in talks(7, _TALKS):
        got = program.result(talk)
        said = verdict(talk, got)
        counted[said] += 1
        if said == "false":
            wrong.append((talk, got))
    assert not wrong
    assert counted["right"] >= 0.97 * _TALKS


@given(
    st.integers(0, 10_000),
    st.integers(11, 99),
    st.sampled_from(["代号{}，", "还有{}，", "{}，", "打{}折，", "乘以{}，"]),
)
def test_a_number_without_a_role_is_never_summed_over(program: Program, seed: int, number: int, clause: str) -> None:
    """The invariant: whatever else is said, one number left over, and there is a doubt."""
    talk = next(iter(talks(seed, 1)))
    text = program.standard(clause.format(number) + talk.turns[0])
    counting: Counting = program.reader.read(text, marks(text), year=2020, tiers=program.tiers)
    assert counting.doubts


@given(st.text(alphabet="我他干了天周月日号到0123456789一二三十半，。又前后扣掉其中每人个-+x", max_size=24))
def test_any_text_can_be_read(program: Program, text: str) -> None:
    """Nothing raises, and what is told lies within bounds."""
    counting = program.reader.read(program.standard(text), (), year=2020, tiers=program.tiers)
    if not counting.doubts:
        assert all(0 < spell.low <= spell.high <= 366 for spell in counting.spells)
