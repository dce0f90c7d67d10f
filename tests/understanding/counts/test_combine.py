"""Counts over several turns."""

from __future__ import annotations

import pytest

from bot.model.tally import Doubt, Reason, Tally, tally_json
from bot.understanding.counts.combine import combine
from tests.understanding.counts.conftest import Read


def after(read: Read, *turns: str) -> Tally | Doubt:
    """The tally after some messages."""
    tally = Tally()
    for turn in turns[:-1]:
        step = combine(tally, read(turn))
        assert isinstance(step, Tally), (turn, step)
        tally = step
    return combine(tally, read(turns[-1]))


@pytest.mark.parametrize(
    ("turns", "lows"),
    [
        (("采样30天", "少算了5天"), [30, 5]),
        (("采样30天", "再减5天"), [25]),
        (("采样30天", "不对，是25天"), [25]),
        (("采样30天", "后来又在药房5天"), [30, 5]),
        (("采样30天", "其中10天在药房"), [10, 20]),
        (("采样30天", "在药房5天"), [5]),
        (("采样30天", "在药房5天", "全算上"), [30, 5]),
        (("2月1到2月25采样", "忘说了，中间请了3天假，得扣掉"), [22]),
        (("采样30天", "谢谢"), [30]),
        (("采样30天", "老公呢，他在药房20天", "我俩一共多少"), [30, 20]),
        (("采样30天", "那我对象呢，她在药房，天数跟我一样"), [30]),
        (("去武汉采样30天", "那30天里最后5天是在药房"), [5, 25]),
        (("采样30天", "要是再加10天呢"), [30, 10]),
    ],
)
def test_turns(turns: tuple[str, ...], lows: list[int], read: Read) -> None:
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
        (("再减5天",), Reason.WHICH_SPELL),
        (("采样30天", "半天呢"), Reason.HALVES),
    ],
)
def test_doubts(turns: tuple[str, ...], reason: Reason, read: Read) -> None:
    doubt = after(read, *turns)
    assert isinstance(doubt, Doubt)
    assert doubt.reason is reason


def test_an_added_spell_goes_on_under_the_same_facts(read: Read) -> None:
    tally = after(read, "采样30天", "又干了5天")
    assert isinstance(tally, Tally)
    assert tally.spells[1].facts == tally.spells[0].facts


def test_a_corrected_fact_holds_for_what_was_counted(read: Read) -> None:
    tally = after(read, "我去武汉采样30天", "不对，我在药房")
    assert isinstance(tally, Tally)
    assert dict(tally.spells[0].facts)["role"] == "other-epidemic"


def test_stored_and_read_back(read: Read) -> None:
    tally = after(read, "前10天采样，后20天在药房", "全算上")
    assert isinstance(tally, Tally)
    assert tally_json.validate_json(tally_json.dump_json(tally)) == tally
