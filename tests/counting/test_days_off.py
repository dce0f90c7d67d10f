"""Days on which nothing was done, told in one message or in a later one."""

from __future__ import annotations

import pytest

from benchmarks.sums import Program
from bot.model.tally import Doubt, Reason, Tally
from tests.counting.conftest import Read
from tests.counting.test_cycles import told


@pytest.mark.parametrize(
    ("turns", "days"),
    [
        (("采样31天", "中间放了五天假"), 26),
        (("采样31天", "有3天我家里有事，没上"), 28),
        (("采样31天", "有两天发烧请假了，还有一天家里有事"), 28),
        (("采样31天", "休了5天", "要去掉的"), 26),
        (("采样31天", "休了5天", "是另外休的"), 31),
        (("采样31天", "休了5天", "是中间歇的，扣掉吧"), 26),
        (("采样31天", "休了5天", "在里面"), 26),
        (("采样31天", "休了5天", "扣税吗"), 31),
        (("采样31天", "休了5天", "除了补助还给什么"), 31),
        (("采样31天", "休了5天", "里面那家酒店给报吗"), 31),
        (("采样31天", "休了5天", "中间有去过湖北的"), 31),
        (("采样20天，回来单间住了9天，什么活也没干",), 20),
        (("采样20天，回来自己住了9天，啥都没做。照29天算，行不行",), 20),
        (("采样20天，回来隔离9天，按29天算",), 20),
    ],
)
def test_days_off_told_later(program: Program, turns: tuple[str, ...], days: int) -> None:
    result = told(program, *turns)
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == [days]


@pytest.mark.parametrize("later", ["休了5天", "轮休放了5天假"])
def test_it_is_asked_whether_they_lie_within(program: Program, later: str) -> None:
    result = told(program, "采样31天", later)
    assert isinstance(result, Doubt)
    assert (result.reason, result.off) == (Reason.DAYS_OFF, 5)


@pytest.mark.parametrize("turns", [("采样20天，药房9天，照30天算",), ("采样20天", "照29天算，对不对"), ("采样20天，回来没活，照29天算",)])
def test_days_that_those_told_do_not_come_to_are_asked(program: Program, turns: tuple[str, ...]) -> None:
    assert isinstance(told(program, *turns), Doubt)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("采样，起先7天，中间13天在家没干，又干了10天", [7, 10]),
        ("采样，头一批15天，期间休整4天，后头8天，一共", [15, 8]),
        ("采样16天，当中请假4天，后来又补了4天", [12, 4]),
        ("采样16天，其中4天没上班，一共", [12]),
    ],
)
def test_a_rest_before_the_next_spell_is_of_neither(program: Program, said: str, days: list[int]) -> None:
    result = told(program, said)
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == days


def test_an_end_not_worked_is_taken_off_however_it_is_denied(program: Program) -> None:
    result = told(program, "采样，2月3号到2月20号，头一天没有排，一共多少")
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == [17]


def test_a_month_between_two_works_is_a_rest(program: Program) -> None:
    result = told(program, "采样干了22天，中间停了一个月，又接着干了9天，一共多少")
    assert isinstance(result, Tally), result
    assert [spell.low for spell in result.spells] == [22, 9]


def test_clauses_that_only_tell_of_rest_are_known(read: Read) -> None:
    said = "采样6天，歇两周，又采样9天。歇的不要算，合计"
    assert [said[begin:end].strip("，。") for begin, end in read(said).rested] == ["歇两周", "歇的不要算"]
    assert not read("采样6天，休息的9天算不算").rested
