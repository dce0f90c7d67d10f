"""What is said where nothing is asked."""

from __future__ import annotations

import pytest

from bot.language.assertions import of_oneself, says_only_yes_or_no


@pytest.mark.parametrize(("text", "left"), [("我自己也是护士", "护士"), ("我去过的", "去过"), ("是的", "是的"), ("好的", "好的")])
def test_what_is_left_without_the_speaker(text: str, left: str) -> None:
    assert of_oneself(text) == left


def test_a_yes_or_a_no_alone() -> None:
    assert says_only_yes_or_no("没有")
    assert not says_only_yes_or_no("没有去")
