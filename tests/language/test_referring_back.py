"""What a question goes back to."""

from __future__ import annotations

import pytest

from bot.language.referring_back import goes_back, heads_told, refers_back, time_told


@pytest.mark.parametrize(
    ("text", "in_hand", "before"),
    [("这笔钱谁出", True, False), ("刚才说的那个话题", False, True), ("刚才那笔钱呢", True, True), ("补助多少", False, False)],
)
def test_the_matter_in_hand_or_one_from_before_it(text: str, in_hand: bool, before: bool) -> None:
    assert (refers_back(text), goes_back(text)) == (in_hand, before)


@pytest.mark.parametrize(
    ("text", "told"),
    [("科里总共七个护士", True), ("一共5名医护", True), ("一共多少人的钱", False), ("一共七天", False), ("总共领多少", False)],
)
def test_how_many_people_there_are_is_told_and_no_sum_asked(text: str, told: bool) -> None:
    assert bool(heads_told(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("跟他闹了几回别扭", True), ("崩溃过几次又起来", True), ("打了几次了", False), ("一共打了几次？", False), ("能聊几次", False)],
)
def test_how_often_something_came_about_is_told(text: str, told: bool) -> None:
    assert bool(time_told(text)) is told
