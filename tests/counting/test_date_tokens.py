"""Days and months by the calendar."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.model.tally import Reason
from tests.counting.conftest import D, O, Read, Shown, in_tally, shown, tally_of


@pytest.mark.parametrize(
    ("said", "spells"),
    [
        ("2月27、28、29，3月1、2、4这几天，都是采样", [(3, 3, "", 1, D), (3, 3, "", 1, D)]),
        ("三月上旬，也就是3月1日到3月10日采样", [(10, 10, "", 1, D)]),
        ("从2月3一直干到3月4采样", [(31, 31, "", 1, D)]),
        ("采样，三月上旬一号到八号", [(8, 8, "", 1, D)]),
        ("二月上半月都在采样", [(15, 15, "", 1, D)]),
        ("妹子你帮我看看，采样2月24号到3月4号", [(10, 10, "", 1, D)]),
        ("二月、三月两个整月采样", [(60, 60, "", 1, D)]),
        ("二月三月两个月采样，全勤", [(60, 60, "", 1, D)]),
        ("守卡口：2.3-2.9，2.17-2.23，上一周歇一周", [(7, 7, "", 1, O), (7, 7, "", 1, O)]),
    ],
)
def test_stretches_by_the_calendar(said: str, spells: Shown, read: Read) -> None:
    counting = read(said)
    assert (sorted(shown(counting)), counting.doubts) == (sorted(spells), ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("2月30日到3月5日采样", Reason.NO_SUCH_DAY),
        ("3月20号到3月5号采样", Reason.DATES),
    ],
)
def test_dates_that_cannot_be_are_doubts(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("三月做了6日，四月8日，五月3日，都采样，一共多少", [6, 8, 3]),
        ("2月3号到7号采样，2月16号也采样，一共多少", [5, 1]),
        ("2月3号到7号采样，2月16号领的证，一共多少", [5]),
        ("3.2-3.6采样，3.15采样，一共多少", [5, 1]),
        ("3月1日到20日采样，中间8 9号没上，一共多少", [18]),
        ("2月10号周一到2月14号周五采样，一共多少", [5]),
        ("2月3号到2月29号周六上班，采样，一共多少", [4]),
    ],
)
def test_days_by_the_calendar_and_their_names(said: str, days: list[int], program: Program) -> None:
    assert [low for low, _, _ in in_tally(tally_of(program, said, wanted="days"))] == days
