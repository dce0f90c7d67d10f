"""What is said of each, and what of all together."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("三个护士在隔离病房，每人10天", [(10, 10, "", 3, D)]),
        ("我跟我老公都在药房，各30天", [(30, 30, "", 1, O), (30, 30, "老公", 1, O)]),
        ("四个人轮着采样，一人9天", [(9, 9, "", 4, D)]),
        ("我们五个人采样，加在一块儿是45天", [(45, 45, "", 1, D)]),
    ],
)
def test_each_or_together(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("我们5个人采样20天", Reason.EACH_OR_TOGETHER),
        ("我和老公一共采样30天", Reason.EACH_OR_TOGETHER),
    ],
)
def test_each_or_together_is_asked(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}
