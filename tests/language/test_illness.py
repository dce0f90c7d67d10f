"""Who is told to be ill, and what is asked for the ill."""

from __future__ import annotations

import pytest

from bot.language.illness import ILL, IN_NEED, OF_THE_ILL, PASSES_IT_ON, PATIENT


@pytest.mark.parametrize(
    "told",
    [
        *("昨晚住着院", "累得病倒", "去看过病", "发了高烧", "做了胃的手术", "天天透析"),
        *("刚生孩子", "手骨折", "得了肺炎", "前天确诊", "血压老不好"),
    ],
)
def test_each_way_to_be_ill_is_heard(told: str) -> None:
    assert ILL.search(told)


@pytest.mark.parametrize("told", ["在发烧门诊", "护理发烧病人", "得了先进", "身体很好", "做了手工"])
def test_a_ward_a_prize_and_good_health_are_no_illness(told: str) -> None:
    assert not ILL.search(told)


def test_a_need_stands_right_behind_whoever_has_it() -> None:
    assert IN_NEED.match("最近膝盖老疼")
    assert IN_NEED.match("没人伺候")
    assert not IN_NEED.match("想去疗养")


def test_who_is_only_cared_for_and_who_passes_it_on() -> None:
    assert PATIENT.search("护理隔离的")
    assert PASSES_IT_ON.match("又染上")


def test_the_ill_want_their_costs_back_or_company() -> None:
    assert all(map(OF_THE_ILL.search, ("自费的那块", "找人照料", "谁出钱")))
    assert not OF_THE_ILL.search("能优先入园吗")
