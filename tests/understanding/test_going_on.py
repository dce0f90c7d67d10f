"""What is said of the matter in hand, and the side that is meant."""

from __future__ import annotations

import pytest

from bot.model.session import Session
from bot.understanding.intents import FollowUp, Outside, Told
from tests.understanding.conftest import Mean

INSURED = Session(region="hongqiao", topics=("insurance",), measures=("hq-20",), facets=("who-pays",))


@pytest.mark.parametrize("text", ["那内科的老赵呢", "队里那个护工呢", "真的假的"])
def test_the_same_of_somebody_else_goes_on(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, INSURED), FollowUp)


def test_a_side_that_is_named_takes_the_place_of_the_one_before(mean: Mean) -> None:
    meant = mean("那保额呢", INSURED)
    assert isinstance(meant, FollowUp)
    assert meant.facets == ("how-much",)


def test_whoever_goes_to_ask_somebody_first_is_let_go(mean: Mean) -> None:
    assert isinstance(mean("我回去问问护士长", INSURED), Told)


ESCORT = Session(region="hongqiao", topics=("parents-medical-escort",), measures=("hq-18",))


@pytest.mark.parametrize("text", ["两位老人自己过，不跟我住", "我妈在老家单过，没跟我们一块住"])
def test_what_another_matter_refuses_does_not_ask_for_it(text: str, mean: Mean) -> None:
    assert isinstance(mean(text, ESCORT), FollowUp)


@pytest.mark.parametrize("text", ["只讲我的，别讲她的", "我问的是我自己，没问他"])
def test_of_whom_it_is_asked_says_no_distress_and_stays_outside(text: str, mean: Mean) -> None:
    assert mean(text, Session(region="hongqiao", refused="citizen-welfare")) == Outside("citizen-welfare", ())


def test_what_is_wished_for_with_the_region_set_right_is_asked_anew(mean: Mean) -> None:
    phone = Session(region="hongqiao", topics=("service-phone",), measures=("hq-18",))
    assert not isinstance(mean("选错了，我是佛山的护士，想打听评职称", phone), FollowUp)


def test_what_is_told_in_words_of_a_point_goes_on_with_the_side_asked(mean: Mean) -> None:
    rate = Session(region="hongqiao", topics=("daily-subsidy",), measures=("hq-09",), facets=("how-much",))
    meant = mean("我采核酸的，领到管子就下楼去采", rate)
    assert isinstance(meant, FollowUp)
    assert meant.facets == ("how-much",)
