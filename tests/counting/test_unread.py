"""Whatever is left unread beside the counts is a doubt: the invariant, on any message that sums."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.counting.tree import Counting
from bot.model.tally import Reason
from tests.counting.conftest import Read
from tests.counting.oracle import MARKS

_MORE = (
    "其中三分之一是夜里", "六成的日子在楼上", "大半时间在外面", "后面那段是前面的两倍长", "后来又去了几天", "另外还值了好几个夜班",
    "又帮了一阵子", "还补了几趟班", "还有5月3号", "5月也上了", "五一也在岗", "我表姐也在", "还有我表姐", "我表姐也是", "系数37", "另外37",
    "好像不止", "记不太清了", "大概吧", "三月初才撤",
)  # fmt: skip


def _message(seed: int) -> str:
    """Somebody's work and days, in one of a few orders."""
    chance = Random(seed)
    work, days = chance.choice(sorted(MARKS)), chance.randint(5, 60)
    days_said = chance.choice([f"{days}天", f"2月3号到2月{chance.randint(5, 28)}号"])
    return chance.choice([f"我{work}，{days_said}", f"我{days_said}{work}", f"{days_said}，{work}"])


@given(st.integers(0, 10_000), st.sampled_from(_MORE), st.booleans())
def test_nothing_left_unread_is_summed_over(read: Read, seed: int, more: str, early: bool) -> None:
    """One phrase of time, share or people too many, wherever it stands: a doubt, or another count."""
    plain = _message(seed)
    before = read(f"{plain}，一共多少")
    assert before.spells
    assert not before.doubts
    after = read(f"{more}，{plain}，一共多少" if early and more.endswith("37") else f"{plain}，{more}，一共多少")
    assert after.doubts or _total(after) != _total(before)


def _total(counting: Counting) -> int:
    return sum(spell.low * spell.people for spell in counting.spells)


def test_money_by_the_month_is_added_for_the_one_month_told(read: Read) -> None:
    spells = read("采样，3月4号到3月20号，补助加上慰问金一共多少").spells
    assert [(spell.fact, spell.low) for spell in spells] == [("days", 17), ("months", 1)]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("采样，二月初去的，三月中旬撤的", Reason.ROUGHLY),
        ("采样10天，补助加上慰问金一共多少", Reason.ROUGHLY),
        ("采样，2月20号到3月4号，补助加上慰问金一共多少", Reason.ROUGHLY),
        ("采样10天，还有5月3号，一共多少", Reason.DATES),
        ("采样10天，小李也去了，一共多少", Reason.NO_DAYS),
        ("采样10天，大半时间在外面，一共多少", Reason.WHICH_SPELL),
        ("采样几进几出，每趟都是12天，一共多少", Reason.WHICH_SPELL),
        ("采样18天，比做后勤的多领多少", Reason.WHICH_SPELL),
    ],
)
def test_the_doubt(read: Read, said: str, reason: Reason) -> None:
    """What is asked back."""
    assert reason in {doubt.reason for doubt in read(said).doubts}


@pytest.mark.parametrize(
    "said",
    [
        "采样20天，补助提高1倍吗",
        "采样20天，扣两成税吗",
        "2月3号到2月5号采样，就去了这么几天",
        "我爱人也是医生，我采样20天，补助多少",
        "采样20天，5月发的补助",
        "采样去了四轮，每轮6天，一共多少",
    ],
)
def test_what_takes_nothing_from_a_count(read: Read, said: str) -> None:
    """Shares of money, the same days in other words, people who only are spoken of."""
    assert not read(said).doubts
