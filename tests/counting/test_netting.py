"""What is left of counts beside others: parts of a whole, days told twice, days off."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("3月2号到11号采样，3月9号到16号采样", [(15, 15, "", 1, D)]),
        ("在隔离病房30天，扣掉休息4天", [(26, 26, "", 1, D)]),
        ("采样36天，前6天在药房", [(6, 6, "", 1, O), (30, 30, "", 1, D)]),
        ("采样，2月5号到25号，2月14号那天没上", [(20, 20, "", 1, D)]),
        ("采样9天，在隔离病房9天，一共多少", [(9, 9, "", 1, D), (9, 9, "", 1, D)]),
        ("一共49天，前10天守卡口，后39天在隔离病房", [(10, 10, "", 1, O), (39, 39, "", 1, D)]),
    ],
)
def test_what_is_summed(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("2月1号到10号采样，2月8号到15号在药房", Reason.OVERLAP),
        ("采样20天，30天", Reason.WHICH_SPELL),
        ("采样9天，在隔离病房9天", Reason.WHICH_SPELL),
        ("采样40天，三月20天", Reason.WHICH_SPELL),
        ("采样从2月3日到3月5日共31天", Reason.WHICH_SPELL),
    ],
)
def test_counts_that_may_be_the_same_days(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}
