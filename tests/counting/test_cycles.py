"""Days that come again and again: so many a week or a round, told with how many of these there were or before it."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program, marks
from bot.counting.combine import combine
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import Read


def told(program: Program, *turns: str) -> Tally | Doubt:
    """What was counted after some messages; a doubt waits for the next of them."""
    tally, doubt = Tally(), None
    result: Tally | Doubt = tally
    for turn in turns:
        text = program.standard(turn)
        counting = program.reader.read(
            text, marks(text), year=2020, wanted=frozenset({"days"}), goes_on=bool(tally.spells), before=doubt
        )
        result = combine(tally, counting)
        tally, doubt = (tally, result) if isinstance(result, Doubt) else (result, None)
    return result


@pytest.mark.parametrize(
    ("said", "days", "working"),
    [
        ("一周三个班，采样采了六周", 18, "6 × 3"),
        ("每礼拜五个班，采样上了七个礼拜，一共多少", 35, "7 × 5"),
        ("一星期4天，采样干了八个星期", 32, "8 × 4"),
        ("9天一班，采样上了两班", 18, "2 × 9"),
        ("一个礼拜四个夜班，采样值了六个礼拜", 24, "6 × 4"),
        ("采样每班连着5天，值了三个班", 15, "3 × 5"),
        ("采样，11天一轮，干了3轮", 33, "3 × 11"),
        ("每周一三五采样，一共上了七周", 21, "7 × 3"),
    ],
)
def test_so_many_a_week_times_the_weeks(read: Read, said: str, days: int, working: str) -> None:
    counting = read(said)
    assert not counting.doubts, counting.doubts
    assert [(spell.low, spell.working) for spell in counting.spells] == [(days, working)]


@pytest.mark.parametrize(
    ("turns", "days"),
    [
        (("采样，每周上4天", "一共9周"), 36),
        (("采样的，一周排三个班", "排了十一周"), 33),
        (("采样，12天一轮", "去了两轮"), 24),
        (("采样的，6天一班", "上了四班"), 24),
    ],
)
def test_how_many_there_were_is_told_in_the_next_message(program: Program, turns: tuple[str, ...], days: int) -> None:
    first = told(program, *turns[:1])
    assert isinstance(first, Doubt)
    assert first.reason is Reason.HOW_OFTEN
    result = told(program, *turns)
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == [days]


def test_a_whole_told_after_days_a_week_is_no_number_of_weeks(program: Program) -> None:
    result = told(program, "采样，每周上5天", "一共40天")
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == [40]


@pytest.mark.parametrize("said", ["9天一班，采样上了两班，中间休整7天，一共多少", "12天一轮，采样去了两轮，中间隔离14天，总共多少"])
def test_a_long_rest_between_rounds_is_asked(read: Read, said: str) -> None:
    assert Reason.DAYS_OFF in {doubt.reason for doubt in read(said).doubts}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样，头三周每周4天，后两周每周6天", [12, 12]),
        ("采样，一周上两天半，上了四周", [10]),
        ("采样，四段，每段6天", [24]),
        ("采样干了一个礼拜零四天", [11]),
        ("采样，干了两轮，每轮9天，第二轮少干了2天", [16]),
        ("采样管12床，一天查4次房，干了15天", [15]),
        ("采样，21天一轮，干了2轮", [42]),
        ("3月份采样，单号上双号歇，一共多少", [16]),
        ("前5天在负压病房，中间8天在药房，最后13天给疑似采样，一共多少", [5, 8, 13]),
        ("3月份采样，单号不上，双号上，一共多少", [15]),
        ("采样2月4号到2月23号，双号休息", [10]),
    ],
)
def test_weeks_and_rounds_that_differ(read: Read, said: str, days: list[int]) -> None:
    counting = read(said)
    assert not counting.doubts
    assert [spell.low for spell in counting.spells] == days


@pytest.mark.parametrize("said", ["采样，一周上两天半，上了三周", "我采样20天，她少干了3天"])
def test_half_a_day_left_and_fewer_than_somebody_are_doubts(read: Read, said: str) -> None:
    assert read(said).doubts


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样，一天班一天休，2月3号头一个班，到2月17号", 8),
        ("采样，上二休一，从2月3号到2月20号", 12),
        ("采样，一周休两天，干了三周", 15),
        ("采样，白班6个、夜班5个，没有哪天是重的", 11),
        ("采样，4个白班3个夜班，不在同一天", 7),
        ("采样两打天数", 24),
    ],
)
def test_a_rhythm_or_shifts_that_do_not_meet_come_to_days(read: Read, said: str, days: int) -> None:
    counting = read(said)
    assert ([spell.low for spell in counting.spells], counting.doubts) == ([days], ())


def test_shifts_that_may_meet_are_no_days(read: Read) -> None:
    assert not read("采样，6个白班5个夜班").spells
