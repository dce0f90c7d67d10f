"""Counts over several turns."""

from __future__ import annotations

import pytest

from bot.counting.combine import combine
from bot.counting.tree import Counting
from bot.model.session import Session, from_json, to_json
from bot.model.tally import Doubt, Reason, Spell, Tally
from tests.counting.conftest import Read, after


@pytest.mark.parametrize(
    ("turns", "lows"),
    [
        (("2月1到2月25采样", "忘说了，中间请了3天假，得扣掉"), [22]),
        (("采样30天", "谢谢"), [30]),
        (("采样30天", "老公呢，他在药房20天", "我俩一共多少"), [30, 20]),
        (("采样30天", "我爱人在药房，也是这么多天，她的呢"), [30]),
        (("采样30天", "跟住在药房5天"), [30, 5]),
        (("采样30天", "然后在药房5天"), [30, 5]),
        (("去武汉采样30天", "回来隔离14天不算"), [30]),
    ],
)
def test_turns(turns: tuple[str, ...], lows: list[int], read: Read) -> None:
    tally = after(read, *turns)
    assert isinstance(tally, Tally)
    assert [spell.low for spell in tally.spells] == lows


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        (("采样30天", "半天呢"), Reason.HALVES),
    ],
)
def test_doubts(turns: tuple[str, ...], reason: Reason, read: Read) -> None:
    doubt = after(read, *turns)
    assert isinstance(doubt, Doubt)
    assert doubt.reason is reason


def test_a_corrected_fact_holds_for_what_was_counted(read: Read) -> None:
    tally = after(read, "我去武汉采样30天", "不对，我在药房")
    assert isinstance(tally, Tally)
    assert dict(tally.spells[0].facts)["role"] == "other-epidemic"


def test_stored_and_read_back(read: Read) -> None:
    tally = after(read, "前10天采样，后20天在药房", "全算上")
    assert isinstance(tally, Tally)
    session = Session(tally=tally)
    assert from_json(to_json(session)) == session


def test_fewer_than_none_is_no_count() -> None:
    """比我少12天, of ten."""
    fewer = Counting(spells=(Spell("days", 12, 12),), beyond=-1)
    assert combine(Tally((Spell("days", 10, 10),)), fewer) == Doubt(Reason.OUT_OF_RANGE, "days")
