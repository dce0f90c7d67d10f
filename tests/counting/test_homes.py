"""Months of the money for a home, where several homes are told of."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import Read


@pytest.mark.parametrize(
    ("said", "months", "homes"),
    [
        ("两户人家，每户慰问金4个月，一共多少", 4, 2),
        ("我家和我姨家都有护士，慰问金5个月一共多少", 5, 2),
        ("我家跟我姨家各领5个月慰问金，合计多少", 5, 2),
        ("我家和我姨家都有护士，一家5个月慰问金多少", 5, 1),
        ("我们两家住得远，每家领了5个月慰问金，两家统共多少", 5, 2),
    ],
)
def test_months_of_each_of_several_homes(read: Read, said: str, months: int, homes: int) -> None:
    counting = read(said)
    assert ([(spell.low, spell.people) for spell in counting.spells], counting.doubts) == ([(months, homes)], ())


@pytest.mark.parametrize("said", ["两家一共领了4个月慰问金", "我家和我姨家一共领了4个月慰问金"])
def test_months_of_several_homes_in_all_are_a_doubt(read: Read, said: str) -> None:
    assert Reason.EACH_OR_TOGETHER in {doubt.reason for doubt in read(said).doubts}
