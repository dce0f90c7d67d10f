"""What counts are to each other."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import D, O, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("一共干了30天，其中12天在隔离病房，剩下的都在药房", [(12, 12, "", 1, D), (18, 18, "", 1, O)]),
        ("40天，一半在隔离病房一半在药房", [(20, 20, "", 1, D), (20, 20, "", 1, O)]),
        ("33天班，20天采样，余下的在药房", [(20, 20, "", 1, D), (13, 13, "", 1, O)]),
        ("一共40天，四分之一的时间采样，其余的在药房", [(10, 10, "", 1, D), (30, 30, "", 1, O)]),
        ("30天，三分之一采样，三分之二在药房", [(10, 10, "", 1, D), (20, 20, "", 1, O)]),
        ("采样，一共40天，7天没去，剩下的都上了", [(33, 33, "", 1, D)]),
        ("采样四十天差一天", [(39, 39, "", 1, D)]),
        ("采样五个礼拜少一天", [(34, 34, "", 1, D)]),
        ("头一趟采样9天，第二趟是头一趟的两倍", [(9, 9, "", 1, D), (18, 18, "", 1, D)]),
    ],
)
def test_wholes_parts_and_the_rest(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("干了20天，只有15天采样", Reason.WHICH_SPELL),
        ("2月采样12天，3月采样10天，4月比3月多5天", Reason.WHICH_SPELL),
        ("在药房9天，在隔离病房的日子是它的三倍", Reason.WHICH_SPELL),
    ],
)
def test_parts_of_what_is_open(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}
