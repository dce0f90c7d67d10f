"""Money as such, asked for after a matter that is none."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.intents import Ask
from tests.understanding.conftest import Mean

SCHOOL = Session(region="hongqiao", topics=("school-admission",), measures=("hq-17",))
MINDING = Session(region="guangdong", topics=("child-care",), measures=("gd-14",))
PAY = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",))
ESCORT = Session(region="hongqiao", topics=("parents-medical-escort",), measures=("hq-18",))
PAID = ("daily-subsidy", "condolence-money")


@pytest.mark.parametrize("text", ["那有没有钱拿", "钱这块呢", "发钱吗", "家里有钱领没", "有冇钱派"])
@pytest.mark.parametrize("before", [SCHOOL, MINDING, ESCORT])
def test_money_is_a_matter_of_its_own(text: str, before: Session, mean: Mean) -> None:
    assert mean(text, before) == Ask(PAID)


def test_the_household_s_comes_first_for_a_relative_of_the_worker(mean: Mean) -> None:
    before = Session(region="guangdong", topics=("child-care",), measures=("gd-14",), worker="spouse", staff=("spouse",))
    assert mean("那有没有钱拿", before) == Ask(PAID[::-1])


@pytest.mark.parametrize(
    ("text", "before"),
    [("要钱吗", SCHOOL), ("这得花多少钱", SCHOOL), ("没有钱怎么办", SCHOOL), ("看护的人有钱买菜吗", MINDING), ("有没有钱拿", PAY)],
)
def test_other_words_of_money_are_not(text: str, before: Session, mean: Mean) -> None:
    assert mean(text, before) != Ask(PAID)


@pytest.mark.parametrize("text", ["我在采样点上班，钱怎么算", "守卡口测体温的，有没有钱"])
def test_what_is_told_before_it_says_who_it_is_for(text: str, mean: Mean) -> None:
    assert mean(text) == Ask(PAID)


@pytest.mark.parametrize("text", ["家里揭不开锅，有没有钱", "我确诊了，有没有钱拿"])
def test_a_hardship_told_before_it_is_another_matter(text: str, mean: Mean) -> None:
    assert mean(text) != Ask(PAID)
