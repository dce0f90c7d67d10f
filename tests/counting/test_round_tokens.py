"""Rounds, shifts, and spells told by their order."""

from __future__ import annotations

import pytest

from tests.counting.conftest import D, Read, Shown, shown


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("在隔离病房，7天一轮干了3轮", [(21, 21, "", 1, D)]),
        ("采样，头回5天二回7天三回6天", [(5, 5, "", 1, D), (6, 6, "", 1, D), (7, 7, "", 1, D)]),
        ("采样，第一周4天，第二周6天，两周一共", [(4, 4, "", 1, D), (6, 6, "", 1, D)]),
        ("隔离病房，第一个月21天，第二个月9天", [(21, 21, "", 1, D), (9, 9, "", 1, D)]),
        ("采样一轮12天，出来歇了10天，又一轮9天", [(9, 9, "", 1, D), (12, 12, "", 1, D)]),
        ("采样去了一趟8天一趟6天", [(6, 6, "", 1, D), (8, 8, "", 1, D)]),
    ],
)
def test_rounds_and_order(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())
