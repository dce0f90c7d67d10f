"""Counts that are no number with a unit, and days told in other ways."""

from __future__ import annotations

import pytest

from bot.model.tally import Reason
from tests.counting.conftest import Read


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样，本子上划了二十三道，一道一天", 23),
        ("今天是我采样的第31天，到今天为止补助多少", 31),
        ("采样，考勤表上的天数是48，补助多少", 48),
        ("上四休三，一共五周，都是采样", 20),
        ("六七四十二天，天天采样", 42),
        ("采样，差三天就满六十天", 57),
        ("采样，离满40天还差1天", 39),
        ("采样干了17day", 17),
        ("采样，9号到22号，三月的", 14),
        ("除夕到元宵节，天天采样", 16),
        ("采样，3月2号开始的，3月20号就没再去", 18),
        ("3月1号到20号逢单号采样", 10),
        ("采样，2月1日到3月1日，其中2月5日到2月8日请假没上班", 26),
        ("采样，3月1日到3月9日，3月10日到3月15日轮休，3月16日到3月20日", 14),
        ("采样，先干6天，歇两周，又干了8天", 14),
    ],
)
def test_days_told_otherwise(said: str, days: int, read: Read) -> None:
    counting = read(said)
    assert (sum(spell.low for spell in counting.spells), counting.doubts) == (days, ())


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("采样的第33天做了核酸，补助多少", Reason.UNPLACED),
        ("采样，3月2号到19号，隔三天，逢单号逢双号", Reason.DAYS_OFF),
        ("采样，农历七月初三到9月9号", Reason.DATES),
        ("采样，2月9号进的，2月3号出来的", Reason.DATES),
    ],
)
def test_what_cannot_be_told_is_a_doubt(said: str, reason: Reason, read: Read) -> None:
    assert reason in {doubt.reason for doubt in read(said).doubts}


def test_a_day_alone_is_the_edge_of_what_is_counted(read: Read) -> None:
    begun, ended = read("3月6号开始采样").edge, read("一直干到3月20号").edge
    assert begun is not None
    assert ended is not None
    assert (begun.last, ended.last, ended.day - begun.day) == (False, True, 14)


def test_the_second_day_counts_nothing(read: Read) -> None:
    assert [spell.low for spell in read("采样，第二天就上手了，干了15天").spells] == [15]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样，3月2号到3月29号周一到周五上班", 20),
        ("采样，3.2-3.15，除了周日天天上", 12),
        ("采样，上三天歇一天，倒了6轮", 18),
        ("2月份除了9号都上班，采样", 28),
        ("三月全月，8号和9号没上，采样", 29),
        ("采样，2月3号到2月18号，有3天没上班", 13),
        ("采样16天里歇了2天", 14),
        ("采样，八天半？不对我数数，整九天", 9),
        ("采样，1月20号到2月10号，不对，是到2月12号", 24),
        ("采样，9天，打错，7天", 7),
        ("采样，4号到16号天天在", 13),
        ("2月3号第一个班，2月20号最后一个班，采样", 18),
    ],
)
def test_schedules_corrections_and_days_off(read: Read, said: str, days: int) -> None:
    counting = read(said)
    assert ([(s.low, s.high) for s in counting.spells], counting.doubts) == ([(days, days)], ())


@pytest.mark.parametrize("said", ["采样，2月1号到2月14号，周三开会", "采样，2月1号到9号，3月1号到9号，周末不上"])
def test_days_of_the_week_that_cannot_be_placed_are_a_doubt(read: Read, said: str) -> None:
    assert Reason.DAYS_OFF in {doubt.reason for doubt in read(said).doubts}


def test_people_cared_for_are_not_resting(read: Read) -> None:
    assert [s.low for s in read("前13天采样，后18天给居家隔离的打电话").spells] == [13, 18]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样，2月10个夜班，3月8个夜班，一个夜班算一天", [10, 8]),
        ("采样上了17个班，一个班就是一天", [17]),
        ("采样，墙上划了13道，一道一天", [13]),
    ],
)
def test_marks_and_shifts_that_stand_for_a_day_are_days(read: Read, said: str, days: list[int]) -> None:
    counting = read(said)
    assert not counting.doubts
    assert [spell.low for spell in counting.spells] == days


def test_a_shift_said_to_be_more_than_a_day_is_a_doubt(read: Read) -> None:
    assert [doubt.reason for doubt in read("采样上了12个班，一个班算两天").doubts] == [Reason.HALVES]


def test_from_one_of_the_days_to_another_is_all_of_them(read: Read) -> None:
    counting = read("采样，从第6天接手，到第17天交班")
    assert ([spell.low for spell in counting.spells], counting.doubts) == ([12], ())
