"""Months by whose names counts are told."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("1月6天，2月22天，都是守卡口", [(6, 6, "", 1, O), (22, 22, "", 1, O)]),
        ("采样，2月12天，3月比2月多5天", [(12, 12, "", 1, D), (17, 17, "", 1, D)]),
    ],
)
def test_counts_told_by_months(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("慰问金二月三月领了，四月那份后补，三个月一共多少", [3]),
        ("慰问金2月、3月领了，4月、5月下个月补，四个月合计多少", [4]),
        ("慰问金二月领了，三月没发，四月发了，两个月多少", [2]),
    ],
)
def test_months_named_one_by_one_are_not_counted_twice(program: Program, said: str, months: list[int]) -> None:
    counting = program.reader.read(said, (), year=2020, wanted=frozenset({"months"}))
    assert [spell.low for spell in counting.spells] == months
